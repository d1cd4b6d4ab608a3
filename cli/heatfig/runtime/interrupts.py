"""Ctrl-C: it must wait while something is written, and must not be lost."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_pressed: list[int] = []


def remember() -> None:
    """Raise interrupts as ever, and keep in mind that there was one.

    Python drops what is raised in a callback of its own, such as those at the end of each import.
    """
    if callable(signal.getsignal(signal.SIGINT)):  # else a shell has made us deaf to it
        signal.signal(signal.SIGINT, _interrupt)
        sys.unraisablehook = _tell_unless_interrupted


def check() -> None:
    """Raise an interrupt that was dropped."""
    if _pressed:
        raise KeyboardInterrupt


@contextmanager
def undisturbed() -> Iterator[None]:
    """Put an interrupt off until what must not stop half way has ended, well or badly; for the main thread."""
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if pressed and callable(before):
            before(signal.SIGINT, None)


def _interrupt(number: int, _: FrameType | None) -> None:
    _pressed.append(number)
    raise KeyboardInterrupt


def _tell_unless_interrupted(dropped: "sys.UnraisableHookArgs") -> None:
    if not issubclass(dropped.exc_type, KeyboardInterrupt):
        sys.__unraisablehook__(dropped)
