"""Arrays in frozen types: how they are compared, and how they stand in JSON.

The types here carry their form in JSON with them; nothing is imported for it before something is dumped or loaded.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Annotated, Any

import numpy as np
from numpy.typing import NDArray

from heatfig.runtime.deferred import dataclass


class Comparable:
    """A dataclass that is equal to another of its class if all fields are, arrays element by element."""

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        mine: Any = self
        return all(_equal(getattr(self, field.name), getattr(other, field.name)) for field in fields(mine))

    __hash__ = None  # type: ignore[assignment]  # what holds arrays has no hash


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
    return bool(one == other)


@dataclass(frozen=True, eq=False)
class _InJson:
    """How values of a type stand in JSON; pydantic asks for it where a plan is dumped, loaded or described."""

    dump: Callable[[Any], Any]
    load: Callable[[Any], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, _: Any, __: Any) -> Any:
        from pydantic_core import core_schema

        written = core_schema.plain_serializer_function_ser_schema(self.dump)
        return core_schema.no_info_plain_validator_function(self.load, serialization=written)

    def __get_pydantic_json_schema__(self, _: Any, __: Any) -> dict[str, Any]:
        return self.schema


def _in_lists(dtype: Any, description: str) -> _InJson:
    """An array of plain values as nested lists."""
    schema = {"type": "array", "description": description}
    return _InJson(lambda array: array.tolist(), lambda data: np.array(data, dtype), schema)


def _numbers(array: NDArray[np.float64]) -> Any:
    """Nested lists of numbers, None in place of NaN."""
    absent = np.isnan(array)
    if not absent.any():
        return array.tolist()
    plain = array.astype(object)
    plain[absent] = None
    return plain.tolist()


def _hex_texts(colors: NDArray[np.uint8]) -> Any:
    """Nested lists of colours as #rrggbb."""
    codes = colors.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    distinct, at = np.unique(codes, return_inverse=True)
    texts = np.array([f"#{code:06x}" for code in distinct.tolist()], object)
    return texts[at.reshape(codes.shape)].tolist()


def _hex_text(color: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*color)


def _color(data: Any) -> tuple[int, ...]:
    if not isinstance(data, str):
        raise ValueError("no colour as #rrggbb")  # pydantic goes on to the next kind after this one
    return tuple(bytes.fromhex(data[1:]))


def _colors(data: Any) -> NDArray[np.uint8]:
    texts = np.array(data, object)
    codes = np.array([int(text[1:], 16) for text in texts.ravel()], ">u4")
    return codes.view(np.uint8).reshape(*texts.shape, 4)[..., 1:].copy()


_NUMBERS = {"type": "array", "description": "numbers by row, column and part, null where there is none"}
_COLORS = {"type": "array", "description": "colours as #rrggbb"}
_COLOR = {"type": "string", "pattern": "^#[0-9a-f]{6}$"}

Floats = Annotated[NDArray[np.float64], _InJson(_numbers, lambda data: np.array(data, np.float64), _NUMBERS)]
Kinds = Annotated[NDArray[np.int16], _in_lists(np.int16, "-1 where there is a score, else its kind of missing")]
Flags = Annotated[NDArray[np.bool_], _in_lists(np.bool_, "true or false by row and column")]
Texts = Annotated[NDArray[np.object_], _in_lists(object, "texts by row, column and part")]
Bytes = Annotated[NDArray[np.uint8], _InJson(_hex_texts, _colors, _COLORS)]
RGB = Annotated[tuple[int, int, int], _InJson(_hex_text, _color, _COLOR)]
