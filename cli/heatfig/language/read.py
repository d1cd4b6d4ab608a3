"""Source → FigureSpec.

Source ─extend, desugar─▶ full nodes ─merge─▶ nodes of each panel ─build─▶ records ─rules─▶ FigureSpec
"""

from collections.abc import Iterator
from dataclasses import field, replace

from heatfig.diagnostics import Diagnostic, Place, Problems, Report, problem
from heatfig.diagnostics.origin import Origin, Path, touched
from heatfig.language.build import Builder
from heatfig.language.extend import Extended, ReadSpec, extended
from heatfig.language.forms import Record
from heatfig.language.hints import keys_of
from heatfig.language.merge import layered, merged
from heatfig.language.model.colors import Categories
from heatfig.language.model.figure import MOST_PANELS, Figure, Panel
from heatfig.language.model.settings import Settings
from heatfig.language.nodes import Mapping, Sequence, holds, mapping_at
from heatfig.language.notes import Notes
from heatfig.language.rules import Rules
from heatfig.language.rules.figure import check_figure
from heatfig.language.rules.panel import check_panel
from heatfig.language.scalars.column import column_of
from heatfig.language.source import Source
from heatfig.runtime.deferred import dataclass

MOST_MERGED = 1_000_000  # values of all panels, most of which stand in the figure once


@dataclass(frozen=True)
class Added:
    """Where the spec says what has become a verb behind those of `transform`, and the columns that it could add."""

    path: Path
    offered: tuple[str, ...]


@dataclass(frozen=True)
class PanelSpec:
    """One panel, complete: its settings with the figure's merged in, and where each was written.

    `broken` holds the paths of what was wrong and left out: what stands there is not all that is meant.
    """

    index: int
    settings: Panel
    node: Mapping
    own: Mapping
    broken: frozenset[Path] = frozenset()
    added: tuple[Added, ...] = ()
    over: tuple["PanelSpec", ...] = ()  # the layers over the first one, each as a panel of its own would be

    def located(self, path: Path) -> Path:
        """Where the spec says what stands at a path of the settings."""
        own = len(self.settings.transform) - len(self.added)
        match path:
            case "transform", int(index), _, *inside if index >= own:
                return *self.added[index - own].path, *inside
        return path

    def lost(self, *path: str | int) -> bool:
        """Whether something at `path`, around it or in it was wrong and left out."""
        return touched(path, self.broken)

    def gives(self, *path: str) -> bool:
        """Whether the spec, rather than a default, says what stands at `path`."""
        return holds(self.node, path)

    def sets(self, *path: str) -> bool:
        """Whether the panel itself, rather than the figure, gives the key at `path`."""
        return holds(self.own, path)


@dataclass(frozen=True)
class FigureSpec:
    """What the user wrote, typed and complete; `files` are the specs that it extends."""

    document: Figure
    panels: tuple[PanelSpec, ...]
    source: Source
    files: tuple[str, ...] = ()
    palettes: dict[str, dict[str, str]] = field(default_factory=dict)  # the colours of a file, once it is read

    def place(self, origin: Origin) -> Place:
        """Where the value that `origin` names was written."""
        node, path = self._written(origin)
        return self.source.place(node, path)

    def key_place(self, origin: Origin) -> Place:
        """Where the key at the end of `origin` was written, rather than its value."""
        node, path = self._written(origin)
        return self.source.key_place(self.source.find(node, path[:-1]), str(path[-1]))

    def _written(self, origin: Origin) -> tuple[Mapping, Path]:
        if origin.panel is None:
            return self.source.root, origin.path
        panel = self.panels[origin.panel]
        match origin.path:
            case "layers", int(number), _, *_:
                return (panel, *panel.over)[number].node, origin.path[2:]
        return panel.node, panel.located(origin.path)


def nothing_to_extend(file: str, named_at: Place) -> Source:
    """Reads no file: for a spec that is to stand alone."""
    raise problem("unreadable-file", f"cannot read {file}", named_at, "leave `extends` out")


def read(source: Source, read_spec: ReadSpec = nothing_to_extend) -> FigureSpec:
    """Read a source; raises Problems with everything that is wrong with it."""
    report = Report()
    spec = read_partly(source, report, read_spec)
    report.check()
    return spec


def read_partly(source: Source, report: Report, read_spec: ReadSpec = nothing_to_extend) -> FigureSpec:
    """What is whole of a source; what is not is noted and left out.

    Raises Problems where too little is whole to go on with.
    """
    whole = _whole(source, report, read_spec)
    figure = Builder(whole.source, report, whole.broken).record(Figure, whole.source.root)
    check_figure(figure, Rules(whole.source.root, whole.source, report, whole.broken))
    panels = whole.source.root.get("panels")
    owns = panels if isinstance(panels, Sequence) and panels else [mapping_at({}, whole.source.root.span)]
    place = whole.source.place(whole.source.root, ("panels",))
    if len(owns) > MOST_PANELS:
        raise problem("too-large", f"{len(owns):,} panels stand on no page", place, f"at most {MOST_PANELS:,}")
    if len(owns) * _weight(whole.source.root) > MOST_MERGED:
        message = f"{len(owns):,} panels with as many keys of the figure are too much"
        raise problem("too-large", message, place, "fewer panels, or less that all of them share")
    made = [_panel(index, own, figure, whole) for index, own in enumerate(owns)]
    report.found += _told_once([found.found for _, found in made], whole.source.place(whole.source.root))
    return FigureSpec(figure, tuple(panel for panel, _ in made), whole.source, whole.files)


def _whole(source: Source, report: Report, read_spec: ReadSpec) -> Extended:
    """The source in full form, with all that it extends; raises Problems where too little is left of it."""
    notes = Notes()
    try:
        whole = extended(source, read_spec, notes)
    except Problems as found:
        notes.tell(report)
        raise Problems([*source.faults, *report.found, *found.diagnostics]) from None
    report.found += whole.source.faults
    notes.tell(report)
    if ("panels",) in whole.broken:
        raise Problems(report.found)
    if any(fault.code == "bad-key" for fault in whole.source.faults):
        whole.broken.add(())  # what stands there might have been any key
    return whole


def _weight(node: object) -> int:
    """How many values stand in a node."""
    inside = node.values() if isinstance(node, Mapping) else node if isinstance(node, Sequence) else ()
    return 1 + sum(map(_weight, inside))


def _panel(index: int, own: Mapping, figure: Figure, whole: Extended) -> tuple[PanelSpec, Report]:
    """A panel merged over the figure, built and held to the rules, and what is wrong with it."""
    report, source = Report(), whole.source
    apart = {"transform"} if "scores" in own else set()  # what is made of other rows is said anew
    shared = {key: value for key, value in source.root.items() if key in keys_of(Settings) and key not in apart}
    broken, clashes = _of_panel(index, whole.broken), [*whole.clashes]
    node = merged(mapping_at(shared, source.root.span), own, clashes, Record(Panel))
    for clash in clashes:
        message, hint = "a list of predicates and a mapping of them cannot be merged", "write both in one way"
        report.add("contradiction", message, source.at(clash.span), hint)
        broken.add(("where",))
    first, *over = (
        _layer(PanelSpec(index, Panel(), *nodes, _of_layer(number, broken)), figure, source, report)
        for number, nodes in enumerate(layered(node, own, clashes))
    )
    return replace(first, over=tuple(over)), report


def _layer(bare: PanelSpec, figure: Figure, source: Source, report: Report) -> PanelSpec:
    """A panel or one of its layers, built and held to the rules."""
    broken = set(bare.broken)
    settings = _of_texts(Builder(source, report, broken).record(Panel, bare.node))
    check_panel(settings, figure.facet, Rules(bare.node, source, report, broken))
    return replace(bare, settings=settings, broken=frozenset(broken))


def _of_layer(number: int, broken: set[Path]) -> frozenset[Path]:
    """The broken paths of a panel, as one of its layers sees them."""
    inside = {path[2:] for path in broken if path[:2] == ("layers", number)}
    return frozenset({path for path in broken if path[:1] != ("layers",) or len(path) < 3} | inside)


def _of_texts(panel: Panel) -> Panel:
    """The panel with its value read as texts where these have colours."""
    if panel.value is None or not isinstance(panel.colormap, Categories):
        return panel
    return replace(panel, value=column_of(panel.value, "texts"))


def _of_panel(index: int, broken: set[Path]) -> set[Path]:
    """The broken paths of the figure and of one of its panels, as that panel sees them."""
    shared = {path for path in broken if path[:1] != ("panels",)}
    return shared | {path[2:] for path in broken if path[:2] == ("panels", index)}


def _told_once(found: list[list[Diagnostic]], whole: Place) -> Iterator[Diagnostic]:
    """All problems; what no panel has is missing at the figure, and told once."""
    everywhere = set.intersection(*({_words(d) for d in problems} for problems in found))
    for one in (one for problems in found for one in problems):
        lacking = one.code == "missing-key" and _words(one) in everywhere and len(found) > 1
        yield replace(one, place=whole) if lacking else one


def _words(problem: Diagnostic) -> tuple[str, str]:
    return problem.message, problem.hint
