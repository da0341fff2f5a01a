"""Origins as JSON Lines rows: which documents repeat one report."""

from typing import Any

from onrecord.model import Origin


def origin_row(origin: Origin) -> dict[str, Any]:
    """One line of ``origins.jsonl``; beside the benchmark's keys, why the pages belong together."""
    return {
        "id": origin.id,
        "documents": list(origin.documents),
        "reason": origin.reason,
        "shared": [
            {
                "document": s.document,
                "joined_to": s.joined_to,
                "reason": s.reason,
                "share": s.share,
                "words": s.words,
            }
            for s in origin.shared
        ],
        "made_by": str(origin.made_by),
    }
