"""The panels of a spec: each merged over the figure, built and held to the rules."""

from dataclasses import replace

from heatfig.diagnostics import Report
from heatfig.diagnostics.origin import Path, touched
from heatfig.language.build import Builder
from heatfig.language.extend import Extended
from heatfig.language.forms import Record
from heatfig.language.hints import keys_of
from heatfig.language.merge import layered, merged
from heatfig.language.model.colors import Categories
from heatfig.language.model.figure import Figure, Panel
from heatfig.language.model.settings import Settings
from heatfig.language.nodes import Mapping, holds, mapping_at
from heatfig.language.rules import Rules
from heatfig.language.rules.panel import check_panel
from heatfig.language.scalars.column import column_of
from heatfig.language.source import Source
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Added:
    """Where the spec says what has become a verb behind those of `transform`, and the columns that it could add."""

    path: Path
    offered: tuple[str, ...]


@dataclass(frozen=True)
class PanelSpec:
    """One panel, complete: its settings with the figure's merged in, and where each was written.

    `invalid` holds the paths of what was wrong and left out: what stands there is not all that is meant.
    """

    index: int
    settings: Panel
    node: Mapping
    own: Mapping
    invalid: frozenset[Path] = frozenset()
    added: tuple[Added, ...] = ()
    over: tuple["PanelSpec", ...] = ()  # the layers over the first one, each as a panel of its own would be

    def located(self, path: Path) -> Path:
        """Where the spec says what stands at a path of the settings."""
        own = len(self.settings.transform) - len(self.added)
        match path:
            case "transform", int(index), _, *inside if index >= own:
                return *self.added[index - own].path, *inside
        return path

    def is_invalid(self, *path: str | int) -> bool:
        """Whether something at `path`, around it or in it was wrong and left out."""
        return touched(path, self.invalid)

    def gives(self, *path: str) -> bool:
        """Whether the spec, rather than a default, says what stands at `path`."""
        return holds(self.node, path)

    def sets(self, *path: str) -> bool:
        """Whether the panel itself, rather than the figure, gives the key at `path`."""
        return holds(self.own, path)


def built_panel(index: int, own: Mapping, figure: Figure, whole: Extended) -> tuple[PanelSpec, Report]:
    """A panel merged over the figure, built and held to the rules, and what is wrong with it."""
    report, source = Report(), whole.source
    unshared = {"transform"} if "scores" in own else set()  # what is made of other rows is written anew
    shared = {key: value for key, value in source.root.items() if key in keys_of(Settings) and key not in unshared}
    invalid, clashes = _of_panel(index, whole.invalid), [*whole.clashes]
    node = merged(mapping_at(shared, source.root.span), own, clashes, Record(Panel))
    for clash in clashes:
        message, hint = "a list of predicates and a mapping of them cannot be merged", "write both in one way"
        report.add("contradiction", message, source.at(clash.span), hint)
        invalid.add(("where",))
    first, *over = (
        _layer(PanelSpec(index, Panel(), *nodes, _of_layer(number, invalid)), figure, source, report)
        for number, nodes in enumerate(layered(node, own, clashes))
    )
    return replace(first, over=tuple(over)), report


def _layer(bare: PanelSpec, figure: Figure, source: Source, report: Report) -> PanelSpec:
    """A panel or one of its layers, built and held to the rules."""
    invalid = set(bare.invalid)
    settings = _of_texts(Builder(source, report, invalid).record(Panel, bare.node))
    check_panel(settings, figure.facet, Rules(bare.node, source, report, invalid))
    return replace(bare, settings=settings, invalid=frozenset(invalid))


def _of_layer(number: int, invalid: set[Path]) -> frozenset[Path]:
    """The invalid paths of a panel, as one of its layers sees them."""
    inside = {path[2:] for path in invalid if path[:2] == ("layers", number)}
    return frozenset({path for path in invalid if path[:1] != ("layers",) or len(path) < 3} | inside)


def _of_texts(panel: Panel) -> Panel:
    """The panel with its value read as texts where these have colours."""
    if panel.value is None or not isinstance(panel.colormap, Categories):
        return panel
    return replace(panel, value=column_of(panel.value, "texts"))


def _of_panel(index: int, invalid: set[Path]) -> set[Path]:
    """The invalid paths of the figure and of one of its panels, as that panel sees them."""
    shared = {path for path in invalid if path[:1] != ("panels",)}
    return shared | {path[2:] for path in invalid if path[:2] == ("panels", index)}
