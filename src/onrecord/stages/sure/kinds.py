"""Features of the kind: how exact it is, what else the claim tells, and what the rest of the text tells of."""

from math import log1p

from onrecord.model import Kind
from onrecord.stages.sure.scene import Features, Scene, standing

# Kinds that have no counterpart in the templates of MUC-3 and MUC-4, on which this field is measured.
UNMEASURED = frozenset({Kind.OTHER_HARM, Kind.DETENTION, Kind.DISPLACEMENT, Kind.OBSTRUCTION})


def features(scene: Scene) -> Features:
    """Empty for a kind that could not be measured."""
    claim, kinds = scene.claim, scene.whole.kinds
    if claim.kind in UNMEASURED:
        return
    yield from standing(scene)
    yield f"kind {claim.kind.value}", 1.0
    yield "share of the kind in the text", kinds[claim.kind] / max(kinds.total(), 1)
    yield "others of the kind", log1p(kinds[claim.kind])
    for role in {p.role for p in claim.participants}:
        yield f"has a {role.value}", 1.0
    for harm in {c.harm for c in claim.counts}:
        yield f"counts {harm.value}", 1.0
    if claim.place:
        yield "has a place", 1.0
    if claim.time:
        yield "has a time", 1.0
    if any(t.text.casefold() in ("the", "this", "that") for t in scene.whole.parse.children(scene.head.i)):
        yield "named as known", 1.0
