"""Files packed by gzip, read as what is in them."""

import zlib
from collections.abc import Iterable, Iterator

from heatfig.diagnostics import Place, problem

GZIP = 31  # what zlib calls a stream of gzip
AT_ONCE, SLICE = 4 * 1024 * 1024, 16 * 1024
# What a packed file may hold: so many bytes, or so many times its size; real scores seldom have a tenth of it.
ALWAYS, MOST_TIMES = 64 * 1024 * 1024, 100


def unpacked(blocks: Iterable[bytes], file: str) -> Iterator[bytes]:
    """What is in a file, in blocks of whole lines; raises Problems where it is none, or ends too early."""
    left = b""
    for block in _streams(blocks, file):
        left += block
        end = left.rfind(b"\n") + 1
        if end >= AT_ONCE:
            yield left[:end]
            left = left[end:]
    if left:
        yield left


def _streams(blocks: Iterable[bytes], file: str) -> Iterator[bytes]:
    """The contents of all streams of a file, as several packed files joined are one."""
    stream, begun, ended, packed, total = zlib.decompressobj(GZIP), False, False, 0, 0
    for block in _slices(blocks):
        packed += len(block)
        block = block.lstrip(b"\0") if ended and not begun else block
        while block:
            try:
                found = stream.decompress(block, AT_ONCE)
            except zlib.error as error:
                hint = "pack it again with gzip, or take .gz off its name"
                raise problem("unreadable-file", f"not packed by gzip: {error}", Place(file), hint) from None
            total += len(found)
            if total > max(ALWAYS, MOST_TIMES * packed):
                message = f"the packed file unpacks to over {MOST_TIMES} times its size"
                raise problem("too-large", message, Place(file), "if it is meant so, unpack it, and name that file")
            yield found
            begun, block = True, stream.unconsumed_tail
            if stream.eof:
                block = stream.unused_data.lstrip(b"\0")
                stream, begun, ended = zlib.decompressobj(GZIP), False, True
    if begun:
        raise problem("unreadable-file", "the packed file ends too early", Place(file), "download or write it again")


def _slices(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """The blocks in pieces, as what is left of one is copied behind each of many short streams."""
    for block in blocks:
        yield from (block[start : start + SLICE] for start in range(0, len(block), SLICE))
