"""The texts of a regular block, looked at where a C reader found no number."""

import re
from functools import cached_property

import numpy as np

from heatfig.data.columns.arrays import Floats, Kinds, Numbers, all_scored
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import LARGEST

_TRUTH = re.compile(rb"true|false", re.IGNORECASE)


@dataclass(frozen=True)
class Fields:
    """A block of regular lines."""

    block: bytes
    separator: str

    @cached_property
    def _lines(self) -> list[bytes]:
        return self.block.split(b"\n")

    @cached_property
    def _tells_truth(self) -> bool:
        return _TRUTH.search(self.block) is not None

    def numbers(self, values: Floats, tokens: tuple[str, ...], first: int) -> Numbers | None:
        """Scores of one or several columns from the `first` on; None if some text is neither number nor missing."""
        kinds = all_scored(values.shape)
        missing = np.isnan(values)
        if (np.abs(values, where=~missing, out=np.zeros_like(values)) > LARGEST).any():
            return None
        if missing.any():
            meant = {text.strip(): kind for kind, text in enumerate(["", *tokens])}
            found = [meant.get(text) for text in self._texts(missing, first)]
            if None in found:
                return None
            kinds = kinds.copy()
            kinds[missing] = np.array(found, np.int16)
        if (missing | (values == 0) | (values == 1)).all() and self._tells_truth:
            return None  # pandas reads true and false as numbers
        return Numbers(values, kinds, {})

    def _texts(self, kinds: Kinds, first: int) -> list[str]:
        columns = kinds.reshape(len(kinds), -1)
        texts = []
        for row in np.flatnonzero(columns.any(axis=1)).tolist():
            fields = self._lines[row].decode().split(self.separator)
            texts += [fields[first + column].strip() for column in np.flatnonzero(columns[row]).tolist()]
        return texts
