"""Fine-tuning: ``python -m training.reader.train EXAMPLES ENCODER FOLDER [EPOCHS]``.

Seeded; a checkpoint after every epoch and every `SAVE` steps, from which the same command goes on. Figures on the held-out part are appended to
``FOLDER/figures.jsonl``. Runs on a GPU when there is one; on CPUs that have it, matrix products are in bfloat16.
"""

import json
import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.reader.data import Example, batches, examples
from training.reader.measure import figures
from training.reader.network import GROUPS, Network, Read

SEED, EPOCHS, PIECES, SAVE = 20260101, 5, 2048, 400
RATE, HEAD_RATE, WARM = 1.2e-4, 1e-3, 200
STANCE = torch.tensor(
    [0.6, 2.0, 1.0]
)  # weights of the classes: two events in three happened, one in twelve did not
TAG = {"said": (0, GROUPS[0]), "roles": (GROUPS[0], sum(GROUPS))}


def main(source: str, encoder: str, folder: str, epochs: int = EPOCHS) -> None:
    """Train, or go on training."""
    torch.manual_seed(SEED)
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = Tokenizer.from_file(str(Path(encoder) / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    train, held = (examples(Path(source), tokenizer, part) for part in ("train", "held"))
    network = Network(encoder).to(device)
    plan = [b for epoch in range(epochs) for b in batches(train, PIECES, random.Random(SEED + epoch))]
    optimizer, schedule = _optimizer(network, len(plan))
    step = _resume(out, network, optimizer, schedule)
    began, each = time.time(), len(plan) // epochs
    for batch in plan[step:]:
        network.train()
        loss = _loss(network, batch, device)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad()
        step += 1
        if step % 50 == 0:
            print(
                f"step {step} of {len(plan)}, {batch[0].task} {loss.item():.3f}, {time.time() - began:.0f} s",
                flush=True,
            )
        if step % SAVE == 0 or step % each == 0 or step == len(plan):
            torch.save(
                [step, network.state_dict(), optimizer.state_dict(), schedule.state_dict()],
                out / "checkpoint.part",
            )
            (out / "checkpoint.part").rename(out / "checkpoint.pt")
        if step % each == 0 or step == len(plan):
            told = {"step": step, "of": len(plan)} | figures(network, held, device)
            with (out / "figures.jsonl").open("a") as lines:
                lines.write(json.dumps(told) + "\n")
            print(told, flush=True)


def _optimizer(
    network: Network, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    tuned = [p for p in network.encoder.parameters() if p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW(
        [{"params": tuned, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01
    )
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min((n + 1) / WARM, max(0.02, 1 - n / max(1, steps)))
    )


def _resume(out: Path, *parts: object) -> int:
    kept = out / "checkpoint.pt"
    if not kept.exists():
        return 0
    step, *states = torch.load(kept, weights_only=True)
    for part, state in zip(parts, states, strict=True):
        part.load_state_dict(state)  # type: ignore[attr-defined]
    return int(step)


def read(network: Network, batch: list[Example], device: str) -> Read:
    """The network on a batch, padded at the right."""
    longest = max(len(e.ids) for e in batch)
    ids = torch.tensor([e.ids + [0] * (longest - len(e.ids)) for e in batch], device=device)
    mask = torch.tensor([[1] * len(e.ids) + [0] * (longest - len(e.ids)) for e in batch], device=device)
    with torch.autocast(device, dtype=torch.bfloat16):
        made = network(ids, mask)
    return Read(*(getattr(made, name).float() for name in ("tags", "stance", "query", "key")))


def _loss(network: Network, batch: list[Example], device: str) -> Tensor:
    made = read(network, batch, device)
    parts: list[Tensor] = []
    if (task := batch[0].task) in TAG:
        low, high = TAG[task]
        logits = torch.cat([made.tags[n, : len(e.ids), low:high] for n, e in enumerate(batch)])
        parts.append(
            functional.cross_entropy(
                logits, torch.tensor([t for e in batch for t in e.tags or []], device=device)
            )
        )
    events = [(n, *event) for n, e in enumerate(batch) for event in e.events]
    if events:
        logits = torch.stack([made.stance[n, first : last + 1].mean(0) for n, first, last, _ in events])
        weight = STANCE.to(device)
        parts.append(
            functional.cross_entropy(logits, torch.tensor([e[3] for e in events], device=device), weight)
        )
    parts += _relations(network, made, batch)
    return torch.stack(parts).sum()


def _relations(network: Network, made: Read, batch: list[Example]) -> list[Tensor]:
    scores, right = [], []
    for n, one in enumerate(batch):
        for first, last, relation, pieces in one.related:
            scores.append(network.related(made, n, first, last, relation)[1 : len(one.ids) - 1])
            gold = torch.zeros(len(one.ids))
            gold[pieces] = 1.0
            right.append(gold[1 : len(one.ids) - 1])
    if not scores:
        return []
    return [
        functional.binary_cross_entropy_with_logits(torch.cat(scores), torch.cat(right).to(scores[0].device))
    ]


if __name__ == "__main__":
    main(*sys.argv[1:4], *map(int, sys.argv[4:]))  # type: ignore[arg-type]
