"""Files that rows or labels are looked up in."""

from dataclasses import field

from heatfig.build.files import Files
from heatfig.build.projections import FileKey, plain_key
from heatfig.data.table import At, Table, stacked
from heatfig.data.wanted import Wanted, lacking
from heatfig.diagnostics import Place
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.model.scores import ScoreFile
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.language.transforms.lookup import Lookup
from heatfig.runtime.deferred import dataclass


@dataclass
class Lookups:
    """Reads each of these files once for all that look up the same columns in it."""

    spec: FigureSpec
    files: Files
    _tables: dict[tuple[FileKey, tuple[str, ...]], Table] = field(default_factory=dict)

    def for_verbs(self, panel: PanelSpec) -> dict[int, Table]:
        """The tables that a panel's verbs look up in, by the number of the verb; raises Problems."""
        tables = {}
        for index, verb in enumerate(panel.settings.transform):
            if isinstance(verb, Lookup):
                names = (*verb.pairs.values(), *verb.sources.values())
                tables[index] = self._for_verb(verb, names, panel, ("transform", index, "lookup"))
        return tables

    def _for_verb(self, verb: Lookup, names: tuple[str, ...], panel: PanelSpec, path: Path) -> Table:
        """The rows of all files of a verb; of one without a column that one alone, so that the verb tells of it."""
        tables = self.read(verb.source, names, panel, path)
        without = [table for table in tables if lacking(table, Wanted(names))]
        return without[0] if without else stacked(tables)

    def read(self, file: ScoreFile, names: tuple[str, ...], panel: PanelSpec, path: Path) -> list[Table]:
        """Columns of the files that something at a path of a panel names; raises Problems."""

        def at(*inside: str | int) -> Place:
            return self.spec.place(Origin(panel.index, (*path, *inside)))

        columns = tuple(dict.fromkeys(names))
        return [self._table(plain_key(panel, one), columns, at) for one in self.files.find(0, file, at("file"))]

    def _table(self, key: FileKey, names: tuple[str, ...], at: At) -> Table:
        if (key, names) not in self._tables:
            dates, captured = dict(key.reading.dates), dict(key.reading.captured)
            wanted = Wanted(names, (), key.tokens, dates, wide=key.reading.wide, captured=captured)
            self._tables[key, names] = self.files.read(key.file, key.reading, wanted, at)
        return self._tables[key, names]
