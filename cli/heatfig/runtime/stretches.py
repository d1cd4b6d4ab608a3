"""Arrays that may be larger than memory, as they are mapped from a file: what looks at all of one goes by stretches."""

import mmap
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.lib.array_utils import byte_bounds
from numpy.typing import NDArray

STRETCH = 2**20  # bytes: what stays in a core's cache is looked at twice for little more than once


def stretches(array: NDArray[Any], firsts: Iterable[int] | None = None) -> Iterator[slice]:
    """The rows of an array some at a time: as many as fill STRETCH, or from one of `firsts` up to the next.

    Memory that is mapped from a file, which must be shared with it, is given back once it would fill STRETCH.
    """
    if firsts is None:
        firsts = range(0, len(array), max(1, STRETCH // max(1, array[:1].nbytes)))
    mapped, held = _mapped_file(array), 0
    for first, end in pairwise([*firsts, len(array)]):
        yield slice(first, end)
        if mapped is not None and (array[held : end + 1].nbytes >= STRETCH or end == len(array)):
            _release(mapped, array[held:end])
            held = end


def _mapped_file(array: NDArray[Any]) -> mmap.mmap | None:
    """The mapped file that an array is a view of, if it is one."""
    base: object = array
    while isinstance(base, np.ndarray):
        base = base.base
    return base if isinstance(base, mmap.mmap) else None


def _release(mapped: mmap.mmap, rows: NDArray[Any]) -> None:
    """Let go of the memory of some rows, which the file brings back where it is asked for."""
    start = byte_bounds(np.frombuffer(mapped, np.uint8))[0]
    low, high = (bound - start for bound in byte_bounds(rows))
    page = low // mmap.PAGESIZE * mmap.PAGESIZE
    mapped.madvise(mmap.MADV_DONTNEED, page, high - page)
