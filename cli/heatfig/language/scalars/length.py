"""Lengths, and shares of others."""

import re
from typing import Annotated

from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.refusal import Refusal, written
from heatfig.runtime.deferred import dataclass

LONGEST_NUMBER = 20
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?(pt|in|cm|mm)")
_OF_VENUE = re.compile(r"(?:([0-9]+(?:\.[0-9]*)?|\.[0-9]+) ?)?(columnwidth|textwidth)")
_SHARE = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,6})?)%")


@dataclass(frozen=True)
class OfVenue:
    """A part of the width of a venue's column, or of its text."""

    of: str
    part: float


class Share(float):
    """A share of something else, such as of the side of a grid."""

    def __str__(self) -> str:
        return f"{100 * self:g}%"


def _length(node: Scalar) -> float:
    text = written(node, "a length")
    found = _LENGTH.fullmatch(text)
    if not found or len(found[1]) > LONGEST_NUMBER:
        raise Refusal("bad-length", f"expected a length, got '{text}'", "a number with mm, cm, in or pt, such as 85mm")
    return float(found[1]) * POINTS[found[2]]


def _some_length(node: Scalar) -> float:
    length = _length(node)
    if not length:
        raise Refusal("bad-length", "what stands beside a grid is more than nothing", "such as 5mm, or leave it out")
    return length


def _share(node: Scalar) -> Share:
    text = written(node, "a share")
    found = _SHARE.fullmatch(text)
    if not found or not 0 < float(found[1]) <= 100:
        raise Refusal("bad-length", f"expected a share, got '{text}'", "a length such as 30mm, or a share up to 100%")
    return Share(float(found[1]) / 100)


def _width(node: Scalar) -> float | OfVenue:
    found = _OF_VENUE.fullmatch(written(node, "a width"))
    if found:
        return OfVenue(found[2], float(found[1] or 1))
    try:
        return _length(node)
    except Refusal as refusal:
        raise Refusal(
            refusal.code,
            refusal.message,
            f"{refusal.hint}; or columnwidth, textwidth or a part of one, such as 0.5 textwidth",
        ) from None


LENGTH = Atom(
    "length",
    "lengths",
    _length,
    {"type": "string", "pattern": f"^({_LENGTH.pattern})$", "examples": ["85mm", "3.25in"]},
)
_WIDTH = Atom(
    "length or `0.5 textwidth`",
    "lengths or `0.5 textwidth`",
    _width,
    {
        "type": "string",
        "pattern": f"^({_LENGTH.pattern}|{_OF_VENUE.pattern})$",
        "examples": ["85mm", "columnwidth"],
    },
)
_SOME = Atom("length", "lengths", _some_length, LENGTH.schema)
_PERCENT = Atom("share", "shares", _share, {"type": "string", "pattern": f"^({_SHARE.pattern})$"})

Length = Annotated[float, LENGTH]
SomeLength = Annotated[float, _SOME]
Width = Annotated[float | OfVenue, _WIDTH]
Percent = Annotated[Share, _PERCENT]
