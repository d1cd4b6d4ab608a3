"""Room on the disk for arrays that are better not in memory."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from heatfig.diagnostics import Place, Problems, problem
from heatfig.runtime.reason import reason

MOST_HELD = 6_000_000  # numbers that stay in memory


class Scratch:
    """A file without a name that grows, and is gone with the process however that ends.

    What goes wrong is raised as Problems about the `user`, the file for whose sake it is there.
    """

    def __init__(self, user: str) -> None:
        import tempfile  # not for figures that need none

        self._user = user
        try:
            self._file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115  # it outlives this call
        except OSError as error:
            raise self._failed(error) from None

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            self._file.close()  # what is mapped stays

    def write(self, array: NDArray[Any]) -> None:
        """Append all of an array, in its order."""
        left = np.ascontiguousarray(array).ravel().view(np.uint8).data
        try:
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise self._failed(error) from None

    def mapped(self, dtype: DTypeLike, shape: tuple[int, ...]) -> NDArray[Any]:
        """What was written as an array to be read, page by page."""
        return np.asarray(np.memmap(self._file, dtype, "r", shape=shape))  # plain: a memmap is slow to slice

    def _failed(self, error: OSError) -> Problems:
        message = f"so many scores are put into a temporary file, which cannot be written: {reason(error)}"
        hint = "name another folder for it with TMPDIR, or make room or permission there"
        return problem("unwritable-file", message, Place(self._user), hint)


def filled(
    shape: tuple[int, ...], stretches: Iterable[tuple[slice, NDArray[Any]]], user: str, dtype: DTypeLike = np.float64
) -> NDArray[Any]:
    """An array given in stretches of rows, in order; a large one is kept in a file."""
    if np.prod(shape) <= MOST_HELD:
        found = np.empty(shape, dtype)
        for rows, part in stretches:
            found[rows] = part
        return found
    scratch = Scratch(user)
    for _, part in stretches:
        scratch.write(part)
    return scratch.mapped(dtype, shape)
