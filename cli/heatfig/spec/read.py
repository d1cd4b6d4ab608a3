"""Source → FigureSpec: types checked, panels merged over the figure, rules between fields held."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from heatfig.diagnostics import Place, Problems, Report
from heatfig.origin import Origin, Path
from heatfig.spec.explain import explained
from heatfig.spec.model import Document, PanelDocument, Settings, format_form
from heatfig.spec.rules import check_document, check_settings
from heatfig.spec.source import Mapping, Scalar, Source

M = TypeVar("M", bound=BaseModel)

# A panel's mapping at one of these places is merged over the figure's, key by key; all else replaces.
MERGED: tuple[Path, ...] = (("axes",), ("axes", "x"), ("axes", "y"), ("colorbar",), ("annotations",), ("missing",))


@dataclass(frozen=True)
class PanelSpec:
    """One panel, complete: its settings with the figure's merged in, and where each was written."""

    index: int
    settings: Settings
    node: Mapping
    own: Mapping
    title: str | None

    def sets(self, *path: str) -> bool:
        """Whether the panel itself, rather than the figure, gives the key at `path`."""
        node: Any = self.own
        for step in path:
            if not isinstance(node, dict) or step not in node:
                return False
            node = node[step]
        return True


@dataclass(frozen=True)
class FigureSpec:
    """What the user wrote, typed and complete."""

    document: Document
    panels: tuple[PanelSpec, ...]
    source: Source

    def place(self, origin: Origin) -> Place:
        """Where the value that `origin` names was written."""
        node = self.source.root if origin.panel is None else self.panels[origin.panel].node
        return self.source.place(node, origin.path)

    def key_place(self, origin: Origin) -> Place:
        """Where the key at the end of `origin` was written, rather than its value."""
        node = self.source.root if origin.panel is None else self.panels[origin.panel].node
        return self.source.key_place(self.source.find(node, origin.path[:-1]), str(origin.path[-1]))


def read(source: Source) -> FigureSpec:
    """Validate a source; raises Problems with everything that is wrong with it."""
    root = _without_private(source.root)
    document = _validated(Document, root, source)
    panels = tuple(_panels(document, root, source))
    spec = FigureSpec(document, panels, source)
    report = Report()
    check_document(document, root, source, report)
    for panel in panels:
        check_settings(panel.settings, panel.node, source, report)
    report.check()
    return spec


def _panels(document: Document, root: Mapping, source: Source) -> Iterator[PanelSpec]:
    if not document.panels:
        nothing = _like(root, {})
        yield PanelSpec(0, document, root, nothing, None)
        return
    shared = _like(root, {k: v for k, v in root.items() if k in Settings.model_fields})
    for index, own in enumerate(root["panels"]):  # type: ignore[index]  # a Scalar equals the str it holds
        node = _merge(shared, own, ())
        settings = _validated(PanelDocument, node, source)
        yield PanelSpec(index, settings, node, own, settings.title)


def _merge(figure: Mapping, panel: Mapping, path: Path) -> Mapping:
    merged = _like(panel, dict(figure))
    for key, value in panel.items():
        inside = (*path, str(key))
        given = format_form(figure.get(key)) if inside == ("annotations",) else figure.get(key)
        if inside in MERGED and isinstance(value, Mapping) and isinstance(given, Mapping):
            value = _merge(given, value, inside)
        merged.pop(key, None)
        merged[key] = value
    return merged


def _like(model: Mapping, entries: dict[Scalar, Any]) -> Mapping:
    mapping = Mapping(entries)
    mapping.span = model.span
    return mapping


def _without_private(root: Mapping) -> Mapping:
    return _like(root, {key: value for key, value in root.items() if not key.startswith("x-")})


def _validated(model: type[M], node: Mapping, source: Source) -> M:
    try:
        return model.model_validate(node)
    except ValidationError as error:
        raise Problems(explained(error, model, node, source)) from None
