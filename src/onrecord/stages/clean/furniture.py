"""What stands around an article on most sites: whole short paragraphs that a content management system writes, in English.

A phrase must be the whole paragraph; the same words within a sentence are the article's own.
"""

import re

_LONGEST = 240  # characters; a longer paragraph is prose even when it begins like a notice about cookies

_COMMENTS = r"""
    (leave|post|add|write|submit)\ an?\ (reply|comment|response)(\ to\ .{1,60})?(\ cancel\ reply)?
    | cancel\ reply | (post|submit)\ comment | (reply|comment|comments|responses)
    | your\ email\ address\ will\ not\ be\ (published|shared)(.{0,3}\ ?required\ fields\ are\ marked)?
    | required\ fields\ are\ marked
    | save\ my\ name.{1,80}(next\ time\ i\ comment)?
    | notify\ me\ (of|when)\ .{1,60}
    | (no|\d{1,6})\ (comments?|responses|replies)(\ so\ far|\ yet)?
    | (show|view|load|read|see|hide|open)\ (all\ |more\ )?(the\ )?(\d{1,6}\ )?comments?(\ \(\d{1,6}\))?
    | comments?\ (are|is)\ (closed|disabled|off|turned\ off).{0,40}
    | (be\ the\ first\ to|join\ the)\ (comment|conversation|discussion|debate).{0,60}
    | (you\ must\ be\ logged\ in|please\ log\ in|log\ in|sign\ in)\ to\ (post|leave|write|add)?\ ?(a\ )?comment
"""
_RELATED = r"""
    related(\ (articles?|stories|story|posts?|news|topics?|content|links?|coverage|reading|tags?|items?|videos?))?
    | (more|other)\ (stories|news|articles|posts)(\ (like\ this|for\ you|from\ .{1,40}))?
    | more\ on\ this(\ (story|topic))?
    | (you\ (may|might)\ also\ (like|be\ interested\ in)|recommended(\ (for\ you|stories|articles|reading|videos))?)
    | (read|see|watch|learn)\ (more|next|also)(\ ?[:|»>-].{0,200}|\ (here|about\ this|on\ this\ (story|topic)))?
    | (most|top)\ (read|popular|viewed|shared|commented|watched|stories|news)(\ (today|now|stories|articles|this\ week))?
    | (trending|popular)(\ (now|today|posts|stories|topics|news|articles|this\ week))?
    | latest\ (news|stories|headlines|posts|articles|updates|videos)
    | editor[’']?s[’']?\ (picks?|choice) | don[’']t\ miss(\ this)? | up\ next | in\ other\ news | what\ to\ read\ next
    | (previous|next|older|newer)(\ (article|post|story|page|entry|posts))?(\ ?[:«»<>←→].{0,160})?
"""
_MAIL = r"""
    (sign\ up|subscribe|register)(\ (now|today|here))?
        (\ (for|to|on)\ .{0,100}(newsletters?|e-?mails?|alerts?|updates?|briefings?|channel|podcast|notifications|inbox|feed|free)(\ .{1,60})?)?
    | (get|receive)\ (the|our|all|daily|weekly|breaking)\ .{1,120}(newsletters?|inbox|e-?mail|alerts?|notifications?).{0,40}
    | (enter|type)\ your\ e-?mail.{0,60} | e-?mail(\ address)? | your\ (name|e-?mail|website)
    | (the\ |our\ |daily\ |weekly\ )*newsletters?(\ (sign-?\ ?up|subscription))?
    | (thank\ you|thanks)\ for\ (subscribing|signing\ up).{0,80}
    | (sign\ in|log\ ?in|log\ out|register|create\ an?\ account|my\ account)
    | (become\ a|support\ our|support\ us|donate)(\ (member|subscriber|patron|supporter|now|today|journalism|work).{0,80})?
    | name | website
"""
_SHARE = r"""
    (click\ to\ )?(share|tweet|pin|like|print|e-?mail|save|bookmark|copy\ link|copy\ url)
        (\ (this|on|via|with|to|article|story|post|page|friends?|link|a)){0,5}
        (\ SITE)?
        (\ \(opens\ in\ (a\ )?new\ (window|tab)\)?)?
    | SITE([\ ,/|·•]{1,3}SITE){0,11}
    | (follow|like|join|find)\ (us|our\ (page|channel|group))(\ (on|in)\ (our\ )?(SITE|social\ media|google\ news).{0,40})?
    | \d{1,7}\ (shares?|views|likes|reads)
"""
_NOTICES = r"""
    (we|this\ (web)?site|our\ (web)?site|we\ and\ our\ partners)\ uses?\ cookies.{0,200}
    | by\ (continuing|using|clicking|browsing|accepting).{1,120}(cookies?|privacy\ policy|terms).{0,100}
    | (accept|reject|allow|decline)(\ (all|cookies|all\ cookies))? | (cookie|privacy)(\ (policy|settings|preferences|notice|statement))
    | (manage|change)\ (my\ |your\ )?(cookies?|preferences|consent|settings|cookie\ (settings|preferences))
    | advertise?ments? | advertising | sponsored(\ (content|links|by\ .{1,40}))? | promoted(\ content)?
    | (article|story|text)\ continues\ (below|after).{0,40} | scroll\ (down\ )?to\ continue.{0,40}
    | (©|\(?c\)|copyright)\W{0,4}\d{4}.{0,140} | .{0,100}all\ rights\ reserved
    | terms\ (of|and|&)\ (use|service|conditions) | skip\ to\ (main\ )?content | (back\ to|go\ to)\ (the\ )?top
    | (tags?|filed\ under|posted\ in|categories)\ ?:.{0,200}
    | please\ enable\ javascript.{0,120} | powered\ by\ \S{1,30} | loading(\ comments)? | listen\ to\ this\ article
    | \d{1,3}[\ -]min(ute)?s?\ read | reading\ time:?\ .{1,20}
"""
_SITE = (
    "(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|pocket|e-?mail|messenger|viber"
    "|bluesky|threads|instagram|youtube|print|share)"
)
_PHRASE = re.compile(
    "|".join((_COMMENTS, _RELATED, _MAIL, _SHARE, _NOTICES)).replace("SITE", _SITE), re.VERBOSE
)
_EDGES = " \t\r\n\xa0*-–—•·|:.…!»«>→#[]()"


def is_furniture(line: str) -> bool:
    """Whether a whole paragraph is furniture."""
    if len(line) > _LONGEST:
        return False
    words = " ".join(line.casefold().strip(_EDGES).split())
    if not words:
        return False
    return all(_PHRASE.fullmatch(part) for part in _sentences(words))


def _sentences(words: str) -> list[str]:
    """A form's notices often share a line: "Your email address will not be published. Required fields are marked *"."""
    return [part for raw in words.split(". ") if (part := raw.strip(_EDGES))] if ". " in words else [words]
