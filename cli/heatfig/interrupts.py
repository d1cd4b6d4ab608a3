"""When Ctrl-C must wait."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put an interrupt off until what must not stop half way has ended, well or badly; for the main thread."""
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed and callable(before):  # else a shell has made us deaf to it
            before(signal.SIGINT, None)
