"""Source → FigureSpec.

Source ─extend, desugar─▶ full nodes ─merge─▶ nodes of each panel ─build─▶ records ─rules─▶ FigureSpec
"""

from collections.abc import Iterator
from dataclasses import field, replace
from itertools import chain

from heatfig.diagnostics import Diagnostic, Place, Problems, Report, problem
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.build import Builder
from heatfig.language.extend import Extended, ReadSpec, extended
from heatfig.language.model.figure import MOST_PANELS, Figure
from heatfig.language.nodes import Mapping, Sequence, mapping_at
from heatfig.language.notes import Notes
from heatfig.language.panels import PanelSpec, built_panel
from heatfig.language.rules import Rules
from heatfig.language.rules.figure import check_figure
from heatfig.language.source import Source
from heatfig.runtime.deferred import dataclass

MOST_MERGED = 1_000_000  # values of all panels, most of which stand in the figure once


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
    root = whole.source.root
    figure = Builder(whole.source, report, whole.invalid).record(Figure, root)
    check_figure(figure, Rules(root, whole.source, report, whole.invalid))
    built = [built_panel(index, own, figure, whole) for index, own in enumerate(_panels(whole.source))]
    report.diagnostics += _once([problems.diagnostics for _, problems in built], whole.source.place(root))
    return FigureSpec(figure, tuple(panel for panel, _ in built), whole.source, whole.files)


def _panels(source: Source) -> list[Mapping]:
    """What the spec writes of each panel; raises Problems where that is too much."""
    listed = source.root.get("panels")
    panels = listed if isinstance(listed, Sequence) and listed else [mapping_at({}, source.root.span)]
    place = source.place(source.root, ("panels",))
    if len(panels) > MOST_PANELS:
        raise problem("too-large", f"{len(panels):,} panels stand on no page", place, f"at most {MOST_PANELS:,}")
    if len(panels) * _values_in(source.root) > MOST_MERGED:
        message = f"{len(panels):,} panels with as many keys of the figure are too much"
        raise problem("too-large", message, place, "fewer panels, or less that all of them share")
    return panels


def _whole(source: Source, report: Report, read_spec: ReadSpec) -> Extended:
    """The source in full form, with all that it extends; raises Problems where too little is left of it."""
    notes = Notes()
    try:
        whole = extended(source, read_spec, notes)
    except Problems as problems:
        notes.report_to(report)
        raise Problems([*source.faults, *report.diagnostics, *problems.diagnostics]) from None
    report.diagnostics += whole.source.faults
    notes.report_to(report)
    if ("panels",) in whole.invalid:
        raise Problems(report.diagnostics)
    if any(fault.code == "bad-key" for fault in whole.source.faults):
        whole.invalid.add(())  # what stands there might have been any key
    return whole


def _values_in(node: object) -> int:
    """How many values stand in a node."""
    inside = node.values() if isinstance(node, Mapping) else node if isinstance(node, Sequence) else ()
    return 1 + sum(map(_values_in, inside))


def _once(by_panel: list[list[Diagnostic]], whole: Place) -> Iterator[Diagnostic]:
    """The problems of all panels; a key that no panel has is missing at the figure."""
    everywhere = set.intersection(*({_words(each) for each in problems} for problems in by_panel))
    for each in chain.from_iterable(by_panel):
        lacking = each.code == "missing-key" and _words(each) in everywhere and len(by_panel) > 1
        yield replace(each, place=whole) if lacking else each


def _words(problem: Diagnostic) -> tuple[str, str]:
    return problem.message, problem.hint
