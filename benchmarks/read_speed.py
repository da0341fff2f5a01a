"""Speed of the read stage, the parse given: ``python -m benchmarks.read_speed``. Documents of 400 words a second on one core, by the rules
alone and with the trained reader."""

from time import process_time

from benchmarks.common import readings
from onrecord.stages.read import READ


def main() -> None:
    """Print one line a case."""
    for case in ("gva-dev-small", "muc-dev"):
        given = readings(case)[:300]
        words = sum(len(r.document.text.split()) for r in given)
        for name, reader in (("rules", None), ("with the reader", READ.open())):
            start = process_time()
            list(READ.run(given, reader))
            print(f"{case:<16}{name:<16}{words / 400 / (process_time() - start):6.0f}")


if __name__ == "__main__":
    main()
