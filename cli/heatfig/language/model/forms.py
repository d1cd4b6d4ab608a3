"""What the language's types are made of: mappings, unions told apart by kind, short forms of mappings."""

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Tag

from heatfig.language.nodes import Mapping, Scalar

W = TypeVar("W")
Word = Annotated[W, Tag("word")]
Listed = Annotated[list[W], Tag("list")]
Off = Word[Literal["none"]]
Side = Literal["left", "right", "top", "bottom"]


class Model(BaseModel):
    """A mapping of the language: no key beyond those declared, nothing changed afterwards."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


def wrapped(value: Any, **entries: Any) -> Mapping:
    """The full form of a short one: a mapping that stands where the value does."""
    full = Mapping({plain_at(name, value): entry for name, entry in entries.items()})
    full.span = value.span
    return full


def plain_at(text: str, value: Any) -> Scalar:
    """A text without quotes that stands where the value does."""
    scalar = Scalar(text)
    scalar.span, scalar.plain = value.span, True
    return scalar


def scalar_as(name: str) -> Any:
    """Rewrites a text alone to a mapping in which it is the value of a key."""
    return lambda value: wrapped(value, **{name: value}) if isinstance(value, Scalar) else value
