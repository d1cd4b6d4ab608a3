"""The forms of the language: what may stand at a place of a spec.

Type hints of the language's dataclasses are made into forms by `hints`; the forms are what a spec is
read by, and its JSON Schema and its reference are written from.
"""

from collections.abc import Callable
from typing import Any, Literal

from heatfig.language.nodes import Scalar
from heatfig.runtime.deferred import dataclass

Holds = Literal["labels", "numbers", "flags", "texts", "any"]
REQUIRED: Any = object()


@dataclass(frozen=True, eq=False)
class Atom:
    """A scalar of one kind: its name for one and for several, how its text is read, and its schema.

    `free` texts are words of the user's, among which `default` and `none` mean nothing.
    """

    one: str
    many: str
    read: Callable[[Scalar], Any]
    schema: dict[str, Any]
    free: bool = False
    path: bool = False


@dataclass(frozen=True, eq=False)
class Words:
    """One of a few words, and what each is read as."""

    meanings: dict[str, Any]


@dataclass(frozen=True, eq=False)
class ListOf:
    """A list of items of one form, at most so many; it may be written as its only item if `one_too`."""

    item: "Form"
    one_too: bool = False
    most: int | None = None


@dataclass(frozen=True, eq=False)
class MapOf:
    """A mapping of keys of the user's own."""

    key: Atom
    value: "Form"


@dataclass(frozen=True, eq=False)
class Record:
    """A mapping with the keys of one dataclass."""

    cls: type[Any]


@dataclass(frozen=True, eq=False)
class Kinds:
    """A mapping of one key, the kind, to its arguments."""

    kinds: dict[str, Record]


@dataclass(frozen=True, eq=False)
class OneOf:
    """One of several forms: of scalars the first that reads it, else by the YAML kind of the value.

    Of several mappings each has a key, required in it alone, that says which one it is.
    """

    members: tuple["Form", ...]


Form = Atom | Words | ListOf | MapOf | Record | Kinds | OneOf


@dataclass(frozen=True, eq=False)
class Key:
    """One key of a record: the attribute that holds it, its form, what the reference says of it."""

    name: str
    attribute: str
    form: Form
    default: Any
    meaning: str
    examples: tuple[Any, ...]

    @property
    def required(self) -> bool:
        """Whether it has no default."""
        return self.default is REQUIRED


@dataclass(frozen=True)
class Short:
    """The short form of a record: a scalar, a list, or a list of so many items are the values of these keys.

    A scalar may have a form of its own, which `rewrite` turns into the value of its key.
    """

    scalar: str | None = None
    listed: str | None = None
    items: tuple[str, ...] = ()
    form: Form | None = None
    rewrite: Callable[[Scalar], Scalar] | None = None


NO_SHORT = Short()
