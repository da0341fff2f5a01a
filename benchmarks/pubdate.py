"""pubdate-dev: the day a web page was published. ``python -m benchmarks.pubdate`` prints what the scorer says and how days were found."""

from collections import Counter

from benchmarks.common import gold, score
from benchmarks.pages import cleaned

FLOOR = 0.95  # same day


def main() -> None:
    """Score the case, and count right days by how they were found."""
    days = {row["id"]: row["date"] for row in gold("pubdate-dev")}
    found = [
        (i, d.published.isoformat() if d.published else None, d.published_by)
        for i, d in cleaned("pubdate-dev")
    ]
    print(score("pubdate-dev", ({"id": i, "published": day} for i, day, _ in found)))
    how = Counter((by or "none").partition(" ")[0] for _, _, by in found)
    right = Counter((by or "none").partition(" ")[0] for i, day, by in found if day == days[i])
    for by, count in how.most_common():
        print(f"{by:10} {right[by]:4} of {count}")


if __name__ == "__main__":
    main()
