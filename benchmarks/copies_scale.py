"""What finding copies costs: processor seconds and peak memory over made-up cases of growing size.

    python -m benchmarks.copies_scale [SIZE ...]

One story in six is reprinted by one to five papers (cut, reworded, with a local paragraph), and every paper's pages carry its own furniture.
"""

import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

from onrecord.model import Document, MadeBy
from onrecord.stages.copies import COPIES

SIZES = (5_000, 10_000, 20_000, 40_000)
WORDS = [
    f"{a}{b}{c}"
    for a in "bdfgklmnprst"
    for b in ("a", "e", "io", "ou", "ai")
    for c in [
        f"{x}{y}"
        for x in "bdgklmnprstvz"
        for y in ("an", "er", "is", "ol", "um", "ek", "yra", "ovi", "enta", "")
    ]
]


def made(size: int, seed: int = 5) -> Iterator[Document]:
    """Documents of about 400 words whose words are as unequally common as in a language (Zipf)."""
    rng = random.Random(seed)
    weights = [1 / (n + 3) for n in range(len(WORDS))]
    feet = [_text(rng, weights, 60) for _ in range(200)]
    count = 0
    while count < size:
        story = [_text(rng, weights, 40) for _ in range(9)]
        copies = rng.randint(1, 5) if rng.random() < 1 / 6 else 0
        for n in range(min(1 + copies, size - count)):
            paper = rng.randrange(len(feet))
            body = _edited(rng, weights, story) if n else story
            yield Document(
                f"doc-{count:06d}",
                "",
                "\n\n".join([*body, feet[paper]]),
                MadeBy("made", 1),
                publisher=f"Paper {paper}",
            )
            count += 1


def _text(rng: random.Random, weights: list[float], size: int) -> str:
    return " ".join(rng.choices(WORDS, weights, k=size))


def _edited(rng: random.Random, weights: list[float], story: list[str]) -> list[str]:
    kept = story[: rng.randint(4, len(story))]
    words = [[rng.choice(WORDS) if rng.random() < 0.1 else w for w in p.split()] for p in kept]
    return [" ".join(p) for p in words] + [_text(rng, weights, 40)]


def measure(size: int) -> dict[str, float]:
    """One run in this process; peak memory in MB, with that of the documents alone."""
    documents = list(made(size))
    before = _peak()
    start = time.process_time()
    origins = sum(1 for _ in COPIES.run(documents, None))
    return {
        "documents": size,
        "origins": origins,
        "seconds": time.process_time() - start,
        "peak_mb": _peak(),
        "documents_mb": before,
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    print(
        f"{'documents':>9} {'origins':>8} {'seconds':>8} {'ms each':>8} {'peak MB':>8} {'of which documents':>19}"
    )
    for size in map(int, sys.argv[1:] or SIZES):
        command = [sys.executable, "-m", "benchmarks.copies_scale", "--one", str(size)]
        row = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        each = 1000 * row["seconds"] / size
        print(
            f"{size:>9} {row['origins']:>8} {row['seconds']:>8.1f} {each:>8.2f} {row['peak_mb']:>8.0f} {row['documents_mb']:>19.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
