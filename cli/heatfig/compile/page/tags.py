"""Tags of panels: letters or numbers, counted row by row."""

from collections.abc import Sequence

from heatfig.plan.page import Area
from heatfig.plan.text import Text

_ROMAN = (
    ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40),
    ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip


def tags(pattern: str | None, areas: Sequence[Area]) -> list[Text]:
    """A tag for each panel as the pattern writes the first; empty without one."""
    if pattern is None:
        return [Text()] * len(areas)
    sign = next(character for character in pattern if character.isalnum())
    order = sorted(areas, key=lambda area: (area.row, area.column))
    return [Text(pattern.replace(sign, _counted(sign, order.index(area) + 1))) for area in areas]


def _counted(sign: str, number: int) -> str:
    """A number as the sign counts: 1, a, A, i or I."""
    match sign:
        case "1":
            return str(number)
        case "a":
            return _letters(number)
        case "i":
            return _roman(number)
        case _:
            return _counted(sign.lower(), number).upper()


def _letters(number: int) -> str:
    """From a to z, then aa."""
    before, letter = divmod(number - 1, 26)
    return (_letters(before) if before else "") + chr(ord("a") + letter)


def _roman(number: int) -> str:
    written = ""
    for sign, value in _ROMAN:
        while number >= value:
            written, number = written + sign, number - value
    return written
