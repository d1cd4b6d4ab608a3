"""Bytes → text, the same for specs and score files: UTF-8, lines ended by LF, nothing invisible."""

import re

from heatfig.diagnostics import Place, problem

# C0 and C1 controls but tab and line ends, and what XML 1.0 cannot hold.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 127])
_BEYOND_ASCII = re.compile(rb"\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]")


def decode(content: bytes, file: str) -> str:
    """The text of a file, with or without a byte order mark; raises Problems naming the line of what is not text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise problem("not-utf8", "the file is UTF-16 or UTF-32", Place(file), "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte 0x{content[error.start]:02x} is not UTF-8"
        raise problem("not-utf8", message, _line(content, error.start, file), "save the file as UTF-8") from None
    # Two passes over bytes, as the expression over a large text costs ten times as much.
    if len(content.translate(None, _CONTROL_BYTES)) != len(content) or _BEYOND_ASCII.search(content):
        found = CONTROL.search(text)
        assert found is not None
        message = f"the file holds the control character U+{ord(found.group()):04X}"
        line = text.count("\n", 0, found.start()) + 1
        raise problem("control-character", message, Place(file, line), "take it out")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _line(content: bytes, offset: int, file: str) -> Place:
    return Place(file, content.count(b"\n", 0, offset) + 1)
