"""The command `heatfig`, which `python -m heatfig` is, too: loads the command line and leaves in good order."""

import gc
import signal
import sys

from heatfig.runtime.interrupts import remember


def main() -> None:
    """Run the command line; an interrupt shows no traceback while it still loads, nor as it leaves."""
    # A run is short, and little of what it makes is cyclic: collecting garbage costs a fifth of it, a twelfth of a call
    # that merely loads, and frees nothing that is missed. Long batches collect after each figure.
    gc.disable()
    try:
        remember()
        from heatfig.app.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
