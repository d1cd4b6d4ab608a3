"""Lines of a text file that are comments: they become blank, so that all others keep their numbers."""

import re
from collections.abc import Iterable, Iterator

from heatfig.data.readers.header import MARK


def without_comments(blocks: Iterable[bytes], mark: bytes) -> Iterator[bytes]:
    """Blocks of whole lines whose comments are blank; what stands in quotes over several lines has none."""
    comment = re.compile(rb"(?m)^" + re.escape(mark) + rb"[^\n]*")
    quoted = False
    for number, block in enumerate(blocks):
        text = block if number else block.removeprefix(MARK)
        if quoted or b'"' in text:
            lines, quoted = _line_by_line(text, mark, quoted)
            yield b"\n".join(lines)
        else:
            yield comment.sub(b"", text)


def _line_by_line(text: bytes, mark: bytes, quoted: bool) -> tuple[list[bytes], bool]:
    """The lines of a text that may begin in quotes, and whether it ends in them."""
    lines = text.split(b"\n")
    for number, line in enumerate(lines):
        if not quoted and line.startswith(mark):
            lines[number] = b""
        elif line.count(b'"') % 2:
            quoted = not quoted
    return lines, quoted
