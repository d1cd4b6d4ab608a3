"""The tables of a spec's panels: what each score file is to give, and the verbs that are left for its rows."""

from collections.abc import Iterator
from dataclasses import field, replace
from functools import cached_property, partial
from typing import NamedTuple

from heatfig.build.condensing import by_block, condense_of
from heatfig.build.facts import with_facts
from heatfig.build.files import LARGE, Files
from heatfig.build.forms import Reading, reading_of
from heatfig.build.matching import Found
from heatfig.build.palettes import READING, palette
from heatfig.compile.axes.defaults import Named, named, written
from heatfig.compile.facets import Loaded
from heatfig.compile.selection import Scores
from heatfig.compile.transforms import Verbs, verbs_of
from heatfig.data.condensing import Condense
from heatfig.data.table import At, Table, stacked
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Wanted, lacking
from heatfig.diagnostics import MOST_OF_A_CODE, Place, Report, said_once
from heatfig.diagnostics.origin import Origin
from heatfig.diagnostics.origin import Path as Steps
from heatfig.language.columns import Use, labels_and_numbers, of_files
from heatfig.language.model.facts import Facts
from heatfig.language.model.scores import ScoreFile
from heatfig.language.read import FigureSpec, PanelSpec
from heatfig.language.scalars import PaletteFile
from heatfig.language.transforms.lookup import Lookup
from heatfig.language.walk import held_in
from heatfig.runtime.deferred import dataclass


class _Key(NamedTuple):
    """A file and how it is read: with texts that mean missing.

    Where its rows go through verbs while it is read, it is another one for each list of verbs: that of this panel.
    """

    file: str
    reading: Reading
    tokens: tuple[str, ...]
    verbs_of: int | None = None


@dataclass
class Loader:
    """Reads the score files that a spec names, each once for all panels that want the same of it."""

    spec: FigureSpec
    files: Files
    every_row: bool = False  # keeps each row, even where fewer do for the figure
    every_column: bool = False  # keeps each column, also those that nothing names
    _files: dict[int, list[Found]] = field(default_factory=dict)
    _known: dict[object, Table] = field(default_factory=dict)
    _verbs: dict[int, Verbs] = field(default_factory=dict)
    _through: dict[int, bool] = field(default_factory=dict)
    _scores: dict[object, Scores] = field(default_factory=dict)
    # The same for all files of the same panels, of which there may be thousands.
    _named: dict[int, list[Use]] = field(default_factory=dict)
    _condensed: dict[tuple[int | None, ...], Condense | None] = field(default_factory=dict)

    def tables(self, report: Report) -> Loaded:
        """The tables of every panel whose files could be read; notes all that is wrong in the others."""
        lost = self.prepare(report)
        tables: Loaded = {}
        for panel in self.spec.panels:
            read, before = [], len(report.found)
            for file in self._files[panel.index]:
                with report.collecting():
                    read.append(self._table(panel, file))
                if len(report.found) > MOST_OF_A_CODE:
                    break
            report.found[before:] = said_once(report.found[before:])
            whole = read and len(read) == len(self._files[panel.index]) and panel.index not in lost
            if whole and not panel.lost("scores") and panel.index in self._verbs:
                tables[panel.index] = self._scores_of(panel, tuple(read))
        return tables

    def _read_palettes(self, report: Report) -> None:
        """Read the files of colours that panels name; a panel has lost what names one that cannot be read."""
        read, panels = dict[str, dict[str, str]](), list(self.spec.panels)
        for panel in self.spec.panels:
            for held in held_in(panel.settings):
                if isinstance(held.value, PaletteFile) and not self._palette(
                    held.value, panel, held.path, read, report
                ):
                    panels[panel.index] = replace(panel, broken=panels[panel.index].broken | {held.path})
        self.spec = replace(self.spec, panels=tuple(panels), palettes=read)

    def _palette(
        self, file: PaletteFile, panel: PanelSpec, path: Steps, read: dict[str, dict[str, str]], report: Report
    ) -> bool:
        named_at = self.spec.place(Origin(panel.index, path))
        if file not in read:
            with report.collecting():
                table = self.files.read(file, READING, Wanted(every=True), lambda *_: named_at)
                read[file] = palette(table, named_at)
        return file in read

    def prepare(self, report: Report) -> set[int]:
        """Find the files and read those that are looked up in; returns the panels of which a file is not there."""
        lost = {panel.index for panel in self.spec.panels if not self._find(panel, report)}
        apart = self._look_up_facts(report)
        self._read_palettes(report)
        for panel in (p for p in self.spec.panels if not p.lost("transform") and p.index not in apart):
            with report.collecting():
                self._verbs[panel.index] = verbs_of(self.spec, panel, self._others(panel))
        return lost

    def readings(self, panel: PanelSpec) -> Iterator[tuple[Found, Verbs, Wanted]]:
        """The files of a panel that is prepared, its verbs, and what is wanted of the file."""
        for file in self._files[panel.index]:
            yield file, self._verbs.get(panel.index, ()), self._wanted(self._key(panel, file))

    def _look_up_facts(self, report: Report) -> set[int]:
        """Say what axes look up as verbs; returns the panels of which that cannot be said."""
        panels, done = list(self.spec.panels), set()
        for panel in (each for each in self.spec.panels if self._files.get(each.index)):
            with report.collecting():
                panels[panel.index] = with_facts(panel, partial(self._columns, panel), partial(self._facts, panel))
                done.add(panel.index)
        self.spec = replace(self.spec, panels=tuple(panels))
        self._named.clear()
        self._condensed.clear()
        return {panel.index for panel in panels} - done

    def _columns(self, panel: PanelSpec) -> Named:
        """The columns of a panel's axes, which a wide file may name."""
        found = written(panel.settings)
        if found.y is not None and found.x is not None:
            return found
        return named(panel.settings, self._table(panel, self._files[panel.index][0]))

    def _facts(self, panel: PanelSpec, axis: str, asked: Facts, names: tuple[str, ...]) -> Table:
        return stacked(self._looked_up(asked.source, names, panel, ("axes", axis, "lookup")))

    def _find(self, panel: PanelSpec, report: Report) -> bool:
        """Find the files that a panel names, and say whether all are there; notes where a pattern finds none."""
        found, before = self._files.setdefault(panel.index, []), len(report.found)
        for entry, file in enumerate(panel.settings.scores):
            with report.collecting():
                found += self.files.find(entry, file, self.spec.place(Origin(panel.index, ("scores", entry, "file"))))
        return len(report.found) == before

    def _scores_of(self, panel: PanelSpec, files: tuple[Table, ...]) -> Scores:
        """The tables with the verbs that are left, the same for all panels that have the same."""
        verbs, first = self._verbs[panel.index], self._first(panel)
        keys = tuple(self._key(panel, file) for file in self._files[panel.index])
        through = keys[0].verbs_of is not None and not lacking(files[0], self._wanted(keys[0]))
        left = verbs[len(by_block(verbs)) :] if through else verbs
        return self._scores.setdefault((keys, first), Scores(files, left))

    def _first(self, panel: PanelSpec) -> int:
        """The first panel that has the same verbs."""
        return next(p.index for p in self.spec.panels if p.settings.transform == panel.settings.transform)

    def _key(self, panel: PanelSpec, file: Found) -> _Key:
        """The file as the panel reads it, be it through its verbs."""
        plain = _key(panel, file)
        if not self._verbs.get(panel.index):
            return plain
        if panel.index not in self._through:
            self._through[panel.index] = self._reads_through(panel)
        return plain._replace(verbs_of=self._first(panel)) if self._through[panel.index] else plain

    def _reads_through(self, panel: PanelSpec) -> bool:
        """Whether all files of a panel are read through its first verbs: where less is left of them to hold.

        Of a file that is read through a filter alone other panels may want more, so that it is to be a large one.
        """
        verbs, files = self._verbs[panel.index], [_key(panel, file) for file in self._files[panel.index]]
        if all(self._condense(file._replace(verbs_of=self._first(panel))) for file in files):
            return True
        filtered = any(isinstance(verb, Filter) for verb, _ in by_block(verbs)) and not self.every_row
        large = any(self.files.size(file.file) > LARGE for file in files)
        return filtered and large and all(file.reading.wide is None for file in files)

    @cached_property
    def _keys(self) -> dict[int, set[_Key]]:
        """The files of each panel."""
        return {panel.index: {_key(panel, file) for file in self._files[panel.index]} for panel in self.spec.panels}

    def _using(self, key: _Key) -> list[PanelSpec]:
        """The panels that show a file, and mean the same by the texts in it."""
        panels = [p for p in self.spec.panels if key.verbs_of in {None, self._first(p)}]
        return [p for p in panels if key._replace(verbs_of=None) in self._keys[p.index]]

    def _condense(self, key: _Key) -> Condense | None:
        """How the rows of a file are put together while it is read: where all panels that show it agree how."""
        using = self._using(key)
        if (
            self.every_row
            or key.reading.wide is not None
            or (key.verbs_of is None and any(panel.settings.transform for panel in using))
        ):
            return None
        same = (key.verbs_of, *(panel.index for panel in using))
        if same not in self._condensed:
            settings, verbs = [panel.settings for panel in using], self._verbs.get(using[0].index, ())
            self._condensed[same] = condense_of(settings, verbs, self.spec.document.facet)
        return self._condensed[same]

    def _uses(self, panel: PanelSpec) -> list[Use]:
        """The columns of files that a panel names."""
        if panel.index not in self._named:
            self._named[panel.index] = [*of_files(panel.settings, self.spec.document.facet)]
        return self._named[panel.index]

    def _wanted(self, key: _Key) -> Wanted:
        """What the panels that show a file need of it."""
        dates, captured = dict(key.reading.dates), dict(key.reading.captured)
        if key.reading.wide is not None:
            return Wanted(tokens=key.tokens, dates=dates, wide=key.reading.wide, captured=captured)
        using = self._using(key)
        labels, numbers = labels_and_numbers(use for panel in using for use in self._uses(panel))
        verbs = () if key.verbs_of is None else by_block(self._verbs[using[0].index])
        condense = self._condense(key)
        wanted = Wanted(labels, numbers, key.tokens, dates, captured=captured, verbs=verbs, condense=condense)
        return replace(wanted, every=self.every_column)

    def _table(self, panel: PanelSpec, file: Found) -> Table:
        key = self._key(panel, file)

        def at(*inside: str | int) -> Place:
            return self.spec.place(Origin(panel.index, ("scores", file.entry, *inside)))

        if key not in self._known:
            self._known[key] = self.files.read(
                key.file, key.reading, self._wanted(key), at, self._verbs.get(panel.index, ())
            )
        return self._known[key]

    def _others(self, panel: PanelSpec) -> dict[int, Table]:
        """The tables that the panel's verbs look up in, by the number of the verb."""
        found = {}
        for index, verb in enumerate(panel.settings.transform):
            if isinstance(verb, Lookup):
                names = (*verb.pairs.values(), *verb.taken.values())
                tables = self._looked_up(verb.source, names, panel, ("transform", index, "lookup"))
                # One without a column stands for all, so that the verb tells of its file.
                without = [table for table in tables if lacking(table, Wanted(names))]
                found[index] = without[0] if without else stacked(tables)
        return found

    def _looked_up(self, file: ScoreFile, names: tuple[str, ...], panel: PanelSpec, path: Steps) -> list[Table]:
        """Columns of the files that are looked up in."""

        def at(*inside: str | int) -> Place:
            return self.spec.place(Origin(panel.index, (*path, *inside)))

        found = self.files.find(0, file, at("file"))
        return [self._other(_key(panel, one), tuple(dict.fromkeys(names)), at) for one in found]

    def _other(self, key: _Key, names: tuple[str, ...], at: At) -> Table:
        if (key, names) not in self._known:
            dates, captured = dict(key.reading.dates), dict(key.reading.captured)
            asked = Wanted(names, (), key.tokens, dates, wide=key.reading.wide, captured=captured)
            self._known[key, names] = self.files.read(key.file, key.reading, asked, at)
        return self._known[key, names]


def _key(panel: PanelSpec, found: Found) -> _Key:
    return _Key(found.file.file, reading_of(found.file, found.captured), tuple(panel.settings.missing.tokens))
