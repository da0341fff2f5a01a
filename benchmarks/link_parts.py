"""How well reports are linked on parts of gva-dev: ``python -m benchmarks.link_parts`` prints B-cubed of

- the incidents that the weights are fitted on (`link_weights.sample`), with the documents of no incident in that sample;
- gva-dev-small, which shares no document with them;
- all other documents, on which nothing was chosen.

Each part is linked alone, so its incidents meet fewer others than in the whole case.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator

from benchmarks.common import documents, gold
from benchmarks.gva import settled
from benchmarks.link_weights import sample
from benchmarks.scorer import SCORER
from onrecord.exports.linked import incidents_of
from onrecord.model import Reading

Incidents = list[set[str]]


def parts() -> Iterator[tuple[str, Collection[str], Incidents]]:
    """The name of a part, the ids of its documents, and its incidents as sets of them."""
    fitted, of = sample()
    told = defaultdict(set)
    for document, incidents in of.items():
        for incident in incidents:
            told[incident].add(document)
    small = {d.id for d in documents("gva-dev-small")}
    rest = {d.id for d in documents("gva-dev")} - small - set(fitted)
    yield "fitted on", fitted, list(told.values())
    yield "gva-dev-small", small, [set(g["documents"]) for g in gold("gva-dev-small")]
    yield "in neither", rest, [left for g in gold("gva-dev") if (left := rest & set(g["documents"]))]


def linked(read: list[Reading]) -> Incidents:
    """The incidents of a part that is linked alone."""
    return [set(row["documents"]) for row in incidents_of(read, each=False)]


def main() -> None:
    """Print a line for each part."""
    read = settled("gva-dev")
    for name, chosen, incidents in parts():
        rows, _ = SCORER["linking"](incidents, linked([r for r in read if r.document.id in chosen]))
        found = rows["B-cubed"]
        print(
            f"{name:14} {len(chosen):5} documents  P {found['P']:.4f}  R {found['R']:.4f}  F1 {found['F1']:.4f}"
        )


if __name__ == "__main__":
    main()
