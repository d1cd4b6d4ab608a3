"""Bytes → text, the same for specs and score files: UTF-8, lines ended by LF, nothing invisible."""

import re
from collections.abc import Collection

from heatfig.diagnostics import Place, problem

MOST_OF_A_SPEC = 1_000_000  # bytes; of a longer one no more is read than shows it
# C0 and C1 controls but tab and line ends, and what XML 1.0 cannot hold.
CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\ufffe\uffff]")
# The same, returns and halves of characters: what files can hold in escapes, and names of files.
UNWRITABLE = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\ud800-\udfff\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), 11, 12, *range(14, 32), 127])
_BEYOND_ASCII = re.compile(rb"\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]")


def decode(content: bytes, file: str) -> str:
    """The text of a file, with or without a byte order mark; raises Problems naming the line of what is not text."""
    wide = _wide_encoding(content[:4])
    if wide:
        raise problem("not-utf8", f"the file is {wide}", Place(file), "save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = _place(error.object[: error.start].decode(), file)
        raise problem("not-utf8", *_not_utf8(error, place)) from None
    # Two passes over bytes, as the expression over a large text costs ten times as much.
    if len(content.translate(None, _CONTROL_BYTES)) != len(content) or _BEYOND_ASCII.search(content):
        found = CONTROL.search(text)
        assert found is not None
        message = f"the file holds the control character U+{ord(found.group()):04X}"
        hint = "take it out, if the file is a text at all"
        raise problem("control-character", message, _place(text[: found.start()], file), hint)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _wide_encoding(head: bytes) -> str:
    """The name of an encoding of two or four bytes a character, by a file's first four bytes."""
    if head in {b"\xff\xfe\0\0", b"\0\0\xfe\xff"} or (len(head) == 4 and head.count(0) == 3):
        return "UTF-32"
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or [*map(bool, head)] in ([True, False] * 2, [False, True] * 2):
        return "UTF-16"
    return ""


def _not_utf8(error: UnicodeDecodeError, place: Place) -> tuple[str, Place, str]:
    """What stands there instead, as far as one byte can tell."""
    byte = error.object[error.start : error.start + 1]
    if error.reason == "unexpected end of data":
        return f"the file ends within a character (byte 0x{byte.hex()})", place, "it may have been cut short"
    character = byte.decode("cp1252", errors="ignore")
    guess = f", but is '{character}' in Latin-1 or Windows-1252" if character.isprintable() and character else ""
    return f"byte 0x{byte.hex()} is not UTF-8{guess}", place, "save the file as UTF-8"


def _place(before: str, file: str) -> Place:
    """The place of what follows the text `before`."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Place(file, len(lines), len(lines[-1]) + 1)


def alike_but_blanks(texts: Collection[str]) -> list[tuple[str, str]]:
    """Each text that is like another of them but for blanks around it, and that: one without blanks, or the first."""
    if len({text.strip() for text in texts}) == len(texts):
        return []
    firsts: dict[str, str] = {}
    for text in sorted(texts, key=lambda text: text != text.strip()):
        firsts.setdefault(text.strip(), text)
    return [(text, first) for text in texts if (first := firsts[text.strip()]) != text]
