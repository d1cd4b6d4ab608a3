"""Which columns and files a record of the language names: one walk over all that it holds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass, replace
from typing import Any

from heatfig.diagnostics.origin import Path
from heatfig.language.hints import keys_of
from heatfig.language.model.page import Facet
from heatfig.language.model.settings import Settings
from heatfig.language.norms import class_labels
from heatfig.language.scalars import ColumnRef, FieldRef, FileRef
from heatfig.language.templates import ColumnTemplate, Placeholder, Template
from heatfig.language.transforms.derive import Derive
from heatfig.language.walk import kind_step, walk
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import CLASS, FIELDS


@dataclass(frozen=True)
class Use:
    """A column that is named at a path; by the key at its end if `by_key`, else by the value there."""

    column: ColumnRef
    path: Path
    by_key: bool = False


def columns_of(value: Any, path: Path = ()) -> Iterator[Use]:
    """Every use of a column or field in a record, a list or a mapping."""
    for visited in walk(value, path):
        match visited.value:
            case ColumnRef():
                yield Use(visited.value, visited.path, visited.by_key)
            case Template() as template:
                yield from (Use(part.field, visited.path) for part in template.fields)
            case ColumnTemplate() as template:
                yield from (Use(part, visited.path) for part in template.parts if isinstance(part, ColumnRef))


def labels_and_numbers(uses: Iterable[Use]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that are read as labels, and those that are read as numbers."""
    labels: dict[str, None] = {}
    numbers: dict[str, None] = {}
    for use in uses:
        (numbers if use.column.holds == "numbers" else labels)[str(use.column)] = None
    return tuple(labels), tuple(numbers)


def files_of(value: Any) -> Iterator[FileRef]:
    """Every file that is named in a record, a list or a mapping."""
    return (visited.value for visited in walk(value) if isinstance(visited.value, FileRef))


def renamed(value: Any, names: Mapping[str, str]) -> Any:
    """A record, a list or a mapping with other names of columns."""
    match value:
        case ColumnRef():
            return _renamed(value, names)
        case Template():
            return Template(tuple(_renamed_field(part, names) for part in value.parts))
        case ColumnTemplate():
            return ColumnTemplate(tuple(_renamed(p, names) if isinstance(p, ColumnRef) else p for p in value.parts))
        case tuple():
            return tuple(renamed(item, names) for item in value)
        case dict():
            return {renamed(name, names): renamed(inside, names) for name, inside in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type) and hasattr(value, "KIND"):
            attributes = (key.attribute for key in keys_of(type(value)).values())
            return replace(value, **{name: renamed(getattr(value, name), names) for name in attributes})
        case _:
            return value


def _renamed(column: ColumnRef, names: Mapping[str, str]) -> Any:
    other = type(column)(names.get(column, column))
    other.holds, other.form, other.written_as = column.holds, column.form, column.written_as or str(column)
    return other


def _renamed_field(part: str | Placeholder, names: Mapping[str, str]) -> str | Placeholder:
    return replace(part, field=_renamed(part.field, names)) if isinstance(part, Placeholder) else part


def fields_of(settings: Settings, path: Path) -> frozenset[str]:
    """The words for what cells hold beside the columns of their rows, at a path of these settings."""
    return frozenset(FIELDS if class_labels(_layer_of(settings, path).norm) is None else (*FIELDS, CLASS))


def _layer_of(settings: Settings, path: Path) -> Settings:
    """The settings of the layer to which a path leads."""
    if path[0] != "layers":
        return settings
    layer = settings.layers[int(path[1])]
    own = {key: getattr(layer, key) for key in ("value", "normalize", "norm")}
    return replace(settings, **{key: value for key, value in own.items() if value is not None})


def _own_fields(settings: Settings, use: Use) -> frozenset[str]:
    """The fields that cells have where they are used, whatever the columns of the score files are."""
    layer, words = _layer_of(settings, use.path), fields_of(settings, use.path)
    made = (step.into for step in layer.normalize if step.into is not None)
    return (words if _knows_classes(use) else words - {CLASS}) | {layer.quantity, *made}


def _knows_classes(use: Use) -> bool:
    """Whether what names a field comes after the classes of scores, which masks and orders decide on."""
    if use.column.holds == "any":
        return use.path[0] != "mask" and "order" not in use.path
    return use.column.holds == "texts" and "annotations" in use.path[:3]


def after_verbs(settings: Settings, facet: Facet | None) -> Iterator[Use]:
    """The uses of columns by what comes after all verbs; what cells hold of their own is none."""
    for use in columns_of(settings):
        own = isinstance(use.column, FieldRef) and use.column in _own_fields(settings, use)
        if use.path[0] != "transform" and not own:
            yield use
    yield from columns_of(facet, ("facet",))


def of_files(settings: Settings, facet: Facet | None) -> Iterator[Use]:
    """The uses of columns that no verb before them makes: those that the score files hold."""
    made: set[str] = set()
    for index, verb in enumerate(settings.transform):
        own = set(verb.new_columns) if isinstance(verb, Derive) else set()  # later ones may be made of them
        uses = columns_of(verb, ("transform", index, *kind_step(verb)))
        yield from (use for use in uses if use.column not in made and use.column not in own)
        made.update(verb.new_columns)
    yield from (use for use in after_verbs(settings, facet) if use.column not in made)


def made_later(settings: Settings, column: str) -> str | None:
    """The kind of the verb that makes a column, if one does."""
    return next((kind_step(verb)[0] for verb in settings.transform if column in verb.new_columns), None)
