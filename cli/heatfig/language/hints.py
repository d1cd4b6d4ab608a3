"""Type hints → forms: the one place that looks into the dataclasses of the language."""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, field, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, dataclass_transform, get_args, get_origin

from heatfig.language.forms import (
    NO_SHORT,
    REQUIRED,
    Atom,
    Form,
    Key,
    Kinds,
    ListOf,
    MapOf,
    OneOf,
    Record,
    Short,
    Words,
)
from heatfig.runtime.deferred import dataclass

T = TypeVar("T")
ONE_TOO = "one too"  # marks a list that may be written as its only item
KINDS = "kinds"  # marks a union of records of which each is written as a mapping of its kind to its arguments

OFF = Words({"none": None})
Off = Annotated[None, OFF]


@dataclass(frozen=True)
class Most:
    """Marks a list that holds at most so many items, each of which is much work."""

    items: int


def key(meaning: str, *, default: Any = REQUIRED, examples: Sequence[Any] = (), name: str | None = None) -> Any:
    """A key of a record with what the reference says of it; `name` where Python has that word for itself."""
    metadata = {"meaning": meaning, "examples": tuple(examples), "name": name}
    if default is REQUIRED:
        return field(metadata=metadata)
    if isinstance(default, dict):
        return field(default_factory=lambda: default, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(key,))
def record(
    short: Short = NO_SHORT, kind: str = "", noun: str = "", whole: bool = False, bare: bool = False
) -> Callable[[type[T]], type[T]]:
    """A frozen dataclass as a mapping of the language; `whole` if it is replaced rather than merged.

    It has a `kind` where it is one of a list of kinds, and a `noun` where it means the same at many places.
    A kind that is `bare` is written as the value of its only key.
    """

    def described(cls: type[T]) -> type[T]:
        made = dataclass(frozen=True, kw_only=True, repr=False)(cls)
        attributes = {
            "SHORT": short,
            "KIND": kind,
            "NOUN": noun or ("" if bare else kind),
            "WHOLE": whole,
            "BARE": bare,
        }
        for name, value in attributes.items():
            setattr(made, name, value)
        return made

    return described


_KEYS: dict[type[Any], dict[str, Key]] = {}  # made when first asked for


def keys_of(cls: type[Any]) -> dict[str, Key]:
    """The keys of a record by name."""
    if cls not in _KEYS:
        keys = map(_key, fields(cls))
        _KEYS[cls] = {key.name: key for key in keys}
    return _KEYS[cls]


def _key(item: Any) -> Key:
    metadata = item.metadata
    name = metadata["name"] or item.name
    return Key(name, item.name, form_of(item.type), _default(item), metadata["meaning"], metadata["examples"])


def _default(item: Any) -> Any:
    if item.default_factory is not MISSING:
        return item.default_factory()
    return REQUIRED if item.default is MISSING else item.default


def short_of(record: Record) -> Short:
    """The short form of a record."""
    short: Short = record.cls.SHORT
    return short


def bare_key(record: Record) -> Key | None:
    """The only key of a kind whose value is written in place of the kind's arguments; None of any other record."""
    return next(iter(keys_of(record.cls).values())) if record.cls.BARE else None


def arguments_of(record: Record) -> Form:
    """What is written as the arguments of a kind."""
    key = bare_key(record)
    return record if key is None else key.form


def kind_of(item: Any) -> str:
    """The kind of an item of a list of kinds."""
    kind: str = item.KIND
    return kind


def form_of(hint: Any) -> Form:
    """The form that a type hint stands for; what may merely be absent has no form."""
    inner = get_args(hint)
    match get_origin(hint):
        case origin if origin is Annotated:
            return _annotated(inner[0], inner[1:])
        case origin if origin in {Union, UnionType}:
            members = tuple(form_of(member) for member in inner if member is not NoneType)
            return members[0] if len(members) == 1 else OneOf(_flat(members))
        case origin if origin is Literal:
            return Words({word: word for word in inner})
        case origin if origin is tuple:
            return ListOf(form_of(inner[0]))
        case origin if origin is dict:
            keys = form_of(inner[0])
            assert isinstance(keys, Atom)
            return MapOf(keys, form_of(inner[1]))
        case _:
            return Record(hint)


def _annotated(hint: Any, marks: Sequence[Any]) -> Form:
    """The form that stands beside the hint, or the hint's own with what is marked."""
    most = next((mark.items for mark in marks if isinstance(mark, Most)), None)
    if ONE_TOO in marks or most is not None:
        full = form_of(hint)
        assert isinstance(full, ListOf)
        return ListOf(full.item, ONE_TOO in marks, most)
    (mark,) = marks
    if mark == KINDS:
        records = [form_of(member) for member in get_args(hint) or (hint,)]
        return Kinds({record.cls.KIND: record for record in records if isinstance(record, Record)})
    form: Form = mark
    return form


def _flat(members: tuple[Form, ...]) -> tuple[Form, ...]:
    """The members of a union, those of unions within it one by one."""
    return tuple(inner for form in members for inner in (form.members if isinstance(form, OneOf) else (form,)))
