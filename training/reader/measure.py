"""Quick figures on held-out examples while training; the real ones are the benchmarks' on the finished file."""

import torch

from training.reader.data import Example
from training.reader.network import GROUPS, Network

_SIZE = 32


@torch.no_grad()
def figures(network: Network, held: list[Example], device: str) -> dict[str, float]:
    """F1 of pieces (tags, relations) and the macro F1 of stance."""
    from training.reader.train import read

    network.eval()
    hits: dict[str, list[int]] = {}
    stances = torch.zeros(3, 3)
    ordered = sorted(held, key=lambda e: (e.task, len(e.ids)))
    for start in range(0, len(ordered), _SIZE):
        batch = ordered[start : start + _SIZE]
        made = read(network, batch, device)
        for n, one in enumerate(batch):
            if one.tags:
                low, high = (0, GROUPS[0]) if one.task == "said" else (GROUPS[0], sum(GROUPS))
                guess = made.tags[n, : len(one.ids), low:high].argmax(-1).tolist()
                _count(
                    hits, one.task, [g if g else None for g in guess], [g if g else None for g in one.tags]
                )
            for first, last, label in one.events:
                stances[label, made.stance[n, first : last + 1].mean(0).argmax()] += 1
            for first, last, relation, pieces in one.related:
                odds = network.related(made, n, first, last, relation)[: len(one.ids)]
                guess = [g or None for g in (odds > 0).tolist()]
                gold = [True if k in set(pieces) else None for k in range(len(one.ids))]
                _count(hits, ("source", "content", "place")[relation], guess, gold)
    told = {task: round(2 * hit / max(1, said + right), 4) for task, (hit, said, right) in hits.items()}
    f1 = 2 * stances.diag() / (stances.sum(0) + stances.sum(1)).clamp(min=1)
    return told | {"stance": round(f1.mean().item(), 4), "stance each": [round(x, 3) for x in f1.tolist()]}  # type: ignore[dict-item]


def _count(hits: dict[str, list[int]], task: str, guess: list[object], gold: list[object]) -> None:
    kept = hits.setdefault(task, [0, 0, 0])
    kept[0] += sum(g is not None and g == w for g, w in zip(guess, gold, strict=True))
    kept[1] += sum(g is not None for g in guess)
    kept[2] += sum(w is not None for w in gold)
