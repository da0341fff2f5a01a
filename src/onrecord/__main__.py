"""The program itself: ``onrecord``, and ``python -m onrecord``."""

import sys


def main() -> None:
    """Load the commands and run one. Loading takes a second, and Ctrl-C is answered in it as later; a worker of the pool, which imports the
    program's own module anew, is spared it."""
    try:
        from onrecord.cli import main as command
    except KeyboardInterrupt:
        print("onrecord: stopped before anything was done", file=sys.stderr)
        sys.exit(130)
    command()


if __name__ == "__main__":
    main()
