"""The reference of the language, written from its types: `python -m heatfig.language.reference` prints it."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_type_hints

import yaml
from pydantic import BaseModel

from heatfig.diagnostics.origin import Path
from heatfig.language.introduction import INTRODUCTION
from heatfig.language.model.figure import Document, PanelDocument
from heatfig.language.model.settings import Settings
from heatfig.language.read import MERGED
from heatfig.language.scalars import Length
from heatfig.language.words import Links, in_words, models_in

Model = type[BaseModel]
_OWN = [name for name in Document.model_fields if name not in Settings.model_fields]
_OF_PANELS = [name for name in PanelDocument.model_fields if name not in Settings.model_fields]


@dataclass(frozen=True)
class Row:
    """What the reference says of one key; examples are written as in a spec."""

    key: str
    type: str
    default: str
    meaning: str
    examples: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One table: keys of a mapping, and the paths at which it may stand."""

    title: str
    model: Model
    paths: tuple[Path, ...]
    names: tuple[str, ...]

    @property
    def link(self) -> str:
        """The address of its heading, as GitHub makes it."""
        return "#" + re.sub(r"[^\w\- ]", "", self.title.lower()).replace(" ", "-")

    def rows(self, links: Links) -> Iterator[Row]:
        """A row for each key."""
        hints = get_type_hints(self.model, include_extras=True)
        for name in self.names:
            field = self.model.model_fields[name]
            key = field.alias or name
            default = "required" if field.is_required() else _default(field.default, hints[name])
            examples = tuple(f"{key}: {_yaml(example)}" for example in field.examples or ())
            yield Row(key, in_words(hints[name], links), default, field.description or "", examples)


def reference() -> str:
    """The whole reference, in Markdown."""
    merged = [f"`{'.'.join(map(str, path))}`" for path in MERGED]
    introduction = INTRODUCTION.replace("MERGED", f"{', '.join(merged[:-1])} or {merged[-1]}")
    found = sections()
    links = {section.model: section.link for section in found}
    return "\n".join([introduction, *(_markdown(section, links) for section in found)])


def sections() -> list[Section]:
    """The tables: keys of the figure, those that it shares with its panels, then the mappings inside."""
    places: dict[Model, list[Path]] = {}
    _visit(Document, (), places)
    return [
        Section("Figure", Document, ((),), tuple(_OWN)),
        Section("Figure and panel", Settings, ((),), tuple(Settings.model_fields)),
        Section("`panels`", PanelDocument, (("panels",),), tuple(_OF_PANELS)),
        *(
            Section(_title(paths), model, tuple(paths), tuple(model.model_fields))
            for model, paths in places.items()
            if model is not PanelDocument
        ),
    ]


def _visit(model: Model, path: Path, places: dict[Model, list[Path]]) -> None:
    """Note every mapping inside a model with the paths at which it may stand."""
    hints = get_type_hints(model, include_extras=True)
    for name in _OF_PANELS if model is PanelDocument else model.model_fields:
        inside = (*path, model.model_fields[name].alias or name)
        for found in models_in(hints[name]):
            places.setdefault(found, []).append(inside)
            _visit(found, inside, places)


def _title(paths: list[Path]) -> str:
    return " and ".join(f"`{'.'.join(map(str, path))}`" for path in paths)


def _default(value: Any, hint: Any) -> str:
    if isinstance(value, BaseModel):
        value = value.model_dump(exclude_defaults=True, by_alias=True)
    if value is None or value in ([], {}):
        return "—"
    return f"`{value:g}mm`" if hint == Length else f"`{_yaml(value)}`"


def _yaml(value: Any) -> str:
    """A value as one writes it on the line of its key."""
    whole = int(value) if isinstance(value, float) and value.is_integer() else value
    text = yaml.safe_dump(whole, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6)
    return text.removesuffix("\n").removesuffix("\n...")


def _markdown(section: Section, links: Links) -> str:
    lines = [f"### {section.title}", "", " ".join((section.model.__doc__ or "").split()), ""]
    lines += ["| key | type | default | meaning | example |", "|---|---|---|---|---|"]
    for row in section.rows(links):
        examples = "<br>".join(f"`{example}`" for example in row.examples)
        cells = [f"`{row.key}`", row.type, row.default, row.meaning, examples]
        lines.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
