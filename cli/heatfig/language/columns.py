"""Which columns of the score files a record of the language names: one walk over all that it holds."""

from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any

from heatfig.diagnostics.origin import Path
from heatfig.language.hints import keys_of
from heatfig.language.scalars import ColumnRef, FieldRef
from heatfig.language.templates import FIELDS, Template

if TYPE_CHECKING:
    from heatfig.language.model.settings import Settings


@dataclass(frozen=True)
class Use:
    """A column that is named at a path; by the key at its end if `by_key`, else by the value there."""

    column: ColumnRef
    path: Path
    by_key: bool = False


def columns_of(value: Any, path: Path = ()) -> Iterator[Use]:
    """Every use of a column or field in a record, a list or a mapping."""
    match value:
        case ColumnRef():
            yield Use(value, path)
        case Template():
            yield from (Use(part.field, path) for part in value.fields)
        case tuple():
            for index, item in enumerate(value):
                yield from columns_of(item, (*path, index, *_kind(item)))
        case dict():
            for name, inside in value.items():
                if isinstance(name, ColumnRef):
                    yield Use(name, (*path, str(name)), by_key=True)
                yield from columns_of(inside, (*path, str(name)))
        case _ if is_dataclass(value) and hasattr(value, "KIND"):
            for key in keys_of(type(value)).values():
                yield from columns_of(getattr(value, key.attribute), (*path, key.name))


def columns_named(settings: "Settings") -> Iterator[Use]:
    """The uses of columns of the score files; what cells hold of their own is none."""
    own = own_fields(settings)
    return (use for use in columns_of(settings) if not (isinstance(use.column, FieldRef) and use.column in own))


def own_fields(settings: "Settings") -> frozenset[str]:
    """The fields that cells have whatever the columns of the score files are."""
    return frozenset((*FIELDS, settings.quantity, *(made.into for made in settings.normalize if made.into is not None)))


def _kind(item: Any) -> Path:
    """The step to the arguments of an item that is written as a mapping of its kind to them."""
    kind = getattr(item, "KIND", "")
    return (kind,) if kind else ()
