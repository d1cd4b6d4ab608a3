"""The tables of a spec's panels, and the verbs that are left for their rows."""

from collections.abc import Iterator
from dataclasses import field, replace
from functools import partial

from heatfig.build.axis_lookups import with_axis_lookups
from heatfig.build.files import Files
from heatfig.build.lookups import Lookups
from heatfig.build.matching import MatchedFile
from heatfig.build.palettes import with_palettes
from heatfig.build.preaggregation import by_block
from heatfig.build.projections import FileKey, Projections
from heatfig.compile.axes.defaults import Named, named, written
from heatfig.compile.selection import Loaded, Scores
from heatfig.compile.transforms import Verbs, verbs_of
from heatfig.data.table import Table, stacked
from heatfig.data.wanted import Wanted, lacking
from heatfig.diagnostics import MOST_OF_A_CODE, Place, Report
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.second_file import AxisLookup
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.runtime.deferred import dataclass


@dataclass
class Loader:
    """Reads the score files that a spec names, each once for all panels that want the same of it."""

    spec: FigureSpec
    files: Files
    every_row: bool = False  # keeps each row, even where fewer do for the figure
    every_column: bool = False  # keeps each column, also those that nothing names
    _matched: dict[int, list[MatchedFile]] = field(default_factory=dict)
    _verbs: dict[int, Verbs] = field(default_factory=dict)
    _tables: dict[FileKey, Table] = field(default_factory=dict)
    _scores: dict[object, Scores] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._projections = self._projected()

    def tables(self, report: Report) -> Loaded:
        """The tables of every panel whose files could be read; notes all that is wrong in the others."""
        without_files = self.prepare(report)
        tables: Loaded = {}
        for panel in self.spec.panels:
            read = self._read(panel, report)
            whole = read and len(read) == len(self._matched[panel.index]) and panel.index not in without_files
            if whole and not panel.is_invalid("scores") and panel.index in self._verbs:
                tables[panel.index] = self._scores_of(panel, tuple(read))
        return tables

    def prepare(self, report: Report) -> set[int]:
        """Find the files and read those that are looked up in; returns the panels of which a file is not there."""
        without_files = {panel.index for panel in self.spec.panels if not self._find(panel, report)}
        lookups = Lookups(self.spec, self.files)
        complete = self._look_up_axes(lookups, report)
        self.spec = with_palettes(self.spec, self.files, report)
        lookups = replace(lookups, spec=self.spec)
        for panel in self.spec.panels:
            if panel.index in complete and not panel.is_invalid("transform"):
                with report.collecting():
                    self._verbs[panel.index] = verbs_of(self.spec, panel, lookups.for_verbs(panel))
        self._projections = self._projected()
        return without_files

    def readings(self, panel: PanelSpec) -> Iterator[tuple[MatchedFile, Verbs, Wanted]]:
        """The files of a panel that is prepared, its verbs, and what is wanted of the file."""
        for file in self._matched[panel.index]:
            wanted = self._projections.wanted(self._projections.key(panel, file))
            yield file, self._verbs.get(panel.index, ()), wanted

    def _projected(self) -> Projections:
        return Projections(self.spec, self.files, self._matched, self._verbs, self.every_row, self.every_column)

    def _find(self, panel: PanelSpec, report: Report) -> bool:
        """Find the files that a panel names, and say whether all are there; notes where a pattern finds none."""
        found, before = self._matched.setdefault(panel.index, []), len(report.diagnostics)
        for entry, file in enumerate(panel.settings.scores):
            with report.collecting():
                found += self.files.find(entry, file, self.spec.place(Origin(panel.index, ("scores", entry, "file"))))
        return len(report.diagnostics) == before

    def _look_up_axes(self, lookups: Lookups, report: Report) -> set[int]:
        """Say what axes look up as verbs; returns the panels of which that could be said."""
        panels, done = list(self.spec.panels), set()

        def read(panel: PanelSpec, axis: str, lookup: AxisLookup, names: tuple[str, ...]) -> Table:
            return stacked(lookups.read(lookup.source, names, panel, ("axes", axis, "lookup")))

        for panel in (each for each in self.spec.panels if self._matched.get(each.index)):
            with report.collecting():
                panels[panel.index] = with_axis_lookups(panel, partial(self._columns, panel), partial(read, panel))
                done.add(panel.index)
        self.spec = replace(self.spec, panels=tuple(panels))
        return done

    def _columns(self, panel: PanelSpec) -> Named:
        """The columns of a panel's axes, which a wide file may name."""
        columns = written(panel.settings)
        if columns.y is not None and columns.x is not None:
            return columns
        return named(panel.settings, self._table(panel, self._matched[panel.index][0]))

    def _read(self, panel: PanelSpec, report: Report) -> list[Table]:
        """The tables of the files of a panel that can be read, until too many cannot."""
        tables, before = [], len(report.diagnostics)
        for file in self._matched[panel.index]:
            with report.collecting():
                tables.append(self._table(panel, file))
            if len(report.diagnostics) > MOST_OF_A_CODE:
                break
        report.merge(before)
        return tables

    def _table(self, panel: PanelSpec, file: MatchedFile) -> Table:
        key = self._projections.key(panel, file)

        def at(*inside: str | int) -> Place:
            return self.spec.place(Origin(panel.index, ("scores", file.entry, *inside)))

        if key not in self._tables:
            wanted, verbs = self._projections.wanted(key), self._verbs.get(panel.index, ())
            self._tables[key] = self.files.read(key.file, key.reading, wanted, at, verbs)
        return self._tables[key]

    def _scores_of(self, panel: PanelSpec, files: tuple[Table, ...]) -> Scores:
        """The tables with the verbs that are left, the same for all panels that have the same."""
        verbs, first = self._verbs[panel.index], self._projections.first(panel)
        keys = tuple(self._projections.key(panel, file) for file in self._matched[panel.index])
        through = keys[0].verbs_of is not None and not lacking(files[0], self._projections.wanted(keys[0]))
        left = verbs[len(by_block(verbs)) :] if through else verbs
        return self._scores.setdefault((keys, first), Scores(files, left))
