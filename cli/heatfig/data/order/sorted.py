"""sorted: by an order that labels have of their own, else by natural order: numbers and sizes in them by amount."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.runtime.deferred import dataclass

NUMERAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
# A decimal stands in no chain of points, as of versions and layers, and a point before it behind no letter.
_DECIMAL = r"(?<![0-9.])[0-9]+\.[0-9]+(?!\.?[0-9])|(?<![\w.])\.[0-9]+(?!\.?[0-9])|[0-9]+"
# Behind it an SI prefix, or b for billions, alone or in the place of the point: 1.4b, 7b1.
_NUMBER = re.compile(rf"({_DECIMAL})(?: ?([kmbgt])(?![a-z0-9])|([kmbgt])([0-9])(?![a-z0-9]))?", re.IGNORECASE)
_OTHER_LETTER = re.compile(r"[0-9][ac-fhijln-su-z](?![a-z0-9])", re.IGNORECASE)
LONGEST = 100  # characters of a label in which numbers are looked for
_TIMES = {"": 1.0, "k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}

_Part = tuple[int, float, str]  # a position before a number before a text


@dataclass(frozen=True)
class Sorted:
    """Ascending."""


def sorted_ranks(names: Sequence[str], positions: Mapping[str, float]) -> Codes:
    """The rank of each name, alike for names that are."""
    if not positions and all(NUMERAL.fullmatch(name) for name in names):
        return np.unique(np.array([float(name) for name in names]), return_inverse=True)[1]
    letters = any(map(_OTHER_LETTER.search, names))  # 1a, 1b, 1c: a letter is no unit
    keys = {name: _key(name, positions.get(name), letters) for name in names}
    rank = {key: at for at, key in enumerate(sorted(set(keys.values())))}
    return np.array([rank[keys[name]] for name in names], np.int64)


def _key(name: str, position: float | None, letters: bool) -> tuple[_Part, ...]:
    """A name by its position, else by what stands in it one after the other: numbers by amount, the rest as text."""
    if position is not None:
        return ((0, position, ""),)
    if NUMERAL.fullmatch(name):
        return ((1, float(name), ""),)
    parts: list[_Part] = []
    end = 0
    for found in _NUMBER.finditer(name) if len(name) <= LONGEST else ():
        last = found.end(1) if letters else found.end()
        parts += [(2, 0.0, name[end : found.start()])] if found.start() > end else []
        parts.append((1, float(found[1]) if letters else _amount(found), ""))
        end = last
    return (*parts, (2, 0.0, name[end:])) if end < len(name) else tuple(parts)


def _amount(found: re.Match[str]) -> float:
    """What a number with its unit stands for."""
    number, behind, within, tenths = found.groups()
    return float(f"{number}.{tenths}" if tenths else number) * _TIMES[(behind or within or "").lower()]
