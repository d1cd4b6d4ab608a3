"""Source → FigureSpec: types checked, panels merged over the figure, rules between fields held."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from heatfig.diagnostics import Diagnostic, Place, Report
from heatfig.diagnostics.origin import Origin, Path, touched
from heatfig.language.model.cells import format_form
from heatfig.language.model.figure import Document, PanelDocument
from heatfig.language.model.settings import Settings
from heatfig.language.nodes import Mapping
from heatfig.language.rules.figure import check_document
from heatfig.language.rules.panel import check_settings
from heatfig.language.salvage import Salvaged, salvage
from heatfig.language.source import Source

# A panel's mapping at one of these places is merged over the figure's, key by key; all else replaces.
MERGED: tuple[Path, ...] = (("axes",), ("axes", "x"), ("axes", "y"), ("colorbar",), ("annotations",), ("missing",))


@dataclass(frozen=True)
class PanelSpec:
    """One panel, complete: its settings with the figure's merged in, and where each was written.

    `broken` holds the paths of what was wrong and left out: what stands there is not all that is meant.
    """

    index: int
    settings: Settings
    node: Mapping
    own: Mapping
    title: str | None
    broken: frozenset[Path] = frozenset()

    def lost(self, *path: str | int) -> bool:
        """Whether something at `path`, around it or in it was wrong and left out."""
        return touched(path, self.broken)

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
    report = Report()
    spec = read_partly(source, report)
    report.check()
    return spec


def read_partly(source: Source, report: Report) -> FigureSpec:
    """What is whole of a source; what is not is noted and left out.

    Raises Problems where too little is whole to go on with.
    """
    report.found += source.faults
    figure = salvage(Document, _without_private(source.root), source, report)
    broken = check_document(figure.model, figure.node, figure.broken, source, report)
    if any(fault.code == "bad-key" for fault in source.faults):
        broken |= {()}  # what stands there might have been any key
    found: list[list[Diagnostic]] = []
    panels = tuple(_checked(panel, source, found) for panel in _panels(figure, broken, source, report))
    everywhere = set.intersection(*({_words(d) for d in problems} for problems in found))
    whole = source.place(source.root)
    for problem in (d for problems in found for d in problems):
        # What no panel has is missing at the figure, and told once.
        lacking = problem.code == "missing-key" and _words(problem) in everywhere and len(panels) > 1
        report.found.append(replace(problem, place=whole) if lacking else problem)
    return FigureSpec(figure.model, panels, source)


def _checked(panel: PanelSpec, source: Source, found: list[list[Diagnostic]]) -> PanelSpec:
    """The panel with the keys that break a rule among its broken ones; what is wrong with it is put to `found`."""
    report = Report()
    broken = check_settings(panel.settings, panel.node, panel.broken, source, report)
    found.append(report.found)
    return replace(panel, broken=broken)


def _words(problem: Diagnostic) -> tuple[str, str]:
    return problem.message, problem.hint


def _panels(figure: Salvaged[Document], broken: frozenset[Path], source: Source, report: Report) -> Iterator[PanelSpec]:
    document, root = figure.model, figure.node
    if not document.panels:
        yield PanelSpec(0, document, root, _like(root, {}), None, broken)
        return
    shared = _like(root, {k: v for k, v in root.items() if k in Settings.model_fields})
    for index, own in enumerate(root["panels"]):
        panel = salvage(PanelDocument, _merge(shared, own, ()), source, report)
        lost = broken | figure.broken_in(index) | panel.broken
        yield PanelSpec(index, panel.model, panel.node, own, panel.model.title, lost)


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


def _like(model: Mapping, entries: dict[str, Any]) -> Mapping:
    mapping = Mapping(entries)
    mapping.span = model.span
    return mapping


def _without_private(root: Mapping) -> Mapping:
    return _like(root, {key: value for key, value in root.items() if not key.startswith("x-")})
