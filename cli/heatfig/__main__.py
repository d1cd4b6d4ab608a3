"""The command `heatfig`, which `python -m heatfig` is, too: loads the command line and leaves in good order."""

import signal
import sys

from heatfig.interrupts import remember


def main() -> None:
    """Run the command line; an interrupt shows no traceback while it still loads, nor as it leaves."""
    try:
        remember()
        from heatfig.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
