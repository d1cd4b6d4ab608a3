"""The standard streams, which may be closed, full, or of an encoding that lacks what is to be written."""

import codecs
import os
import sys
from io import TextIOWrapper
from typing import TextIO


def set_up() -> None:
    """Put the null device where a stream was closed, and let every text be written.

    What is opened next would take the place of a closed one, and get what is written there. The name of a file
    comes out as the bytes that it is; a character that the encoding lacks as its number.
    """
    _fill_closed()
    codecs.register_error("heatfig", _as_bytes_or_number)
    sys.stdout = _writable(sys.stdout, 1)
    sys.stderr = _writable(sys.stderr, 2)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="heatfig")


def write_line(text: str, stream: TextIO) -> bool:
    """Print a line at once; whether there was room for it and somebody to read it. If not, no more is written there."""
    try:
        print(text, file=stream, flush=True)
    except OSError:
        silence(stream)
        return False
    return True


def silence(stream: TextIO) -> None:
    """Let all that is written from now on, and what the interpreter flushes as it leaves, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _fill_closed() -> None:
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(descriptor, True)
    os.close(descriptor)


def _writable(stream: TextIO | None, descriptor: int) -> TextIO:
    return stream or open(descriptor, "w", closefd=False)  # it has no name, and never ends


def _as_bytes_or_number(error: UnicodeError) -> tuple[str | bytes, int]:
    try:
        return codecs.lookup_error("surrogateescape")(error)
    except UnicodeError:
        return codecs.lookup_error("backslashreplace")(error)
