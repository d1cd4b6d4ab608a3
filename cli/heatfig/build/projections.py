"""What is read of each score file: columns, the verbs on the way, and whether rows are preaggregated."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import NamedTuple

from heatfig.build.files import LARGE, Files
from heatfig.build.forms import Reading, reading_of
from heatfig.build.matching import MatchedFile
from heatfig.build.preaggregation import by_block, preaggregation_of
from heatfig.compile.transforms import Verbs
from heatfig.data.preaggregation import Preaggregation
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Wanted
from heatfig.language.columns import Use, labels_and_numbers, of_files
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.runtime.deferred import dataclass


class FileKey(NamedTuple):
    """A file and how it is read: with texts that mean missing.

    Where its rows go through verbs while it is read, it is another one for each list of verbs: that of this panel.
    """

    file: str
    reading: Reading
    tokens: tuple[str, ...]
    verbs_of: int | None = None


def plain_key(panel: PanelSpec, file: MatchedFile) -> FileKey:
    """A file as a panel reads it before any verb."""
    return FileKey(file.file.file, reading_of(file.file, file.captured), tuple(panel.settings.missing.tokens))


@dataclass
class Projections:
    """Decides what is read of the files of each panel, each once for all panels that want the same of it."""

    spec: FigureSpec
    files: Files
    matched: Mapping[int, Sequence[MatchedFile]]
    verbs: Mapping[int, Verbs]
    every_row: bool
    every_column: bool
    # The same for all files of the same panels, of which there may be thousands.
    _through: dict[int, bool] = field(default_factory=dict)
    _uses_of: dict[int, list[Use]] = field(default_factory=dict)
    _preaggregations: dict[tuple[int | None, ...], Preaggregation | None] = field(default_factory=dict)

    def key(self, panel: PanelSpec, file: MatchedFile) -> FileKey:
        """The file as the panel reads it, be it through its verbs."""
        plain = plain_key(panel, file)
        if not self.verbs.get(panel.index):
            return plain
        if panel.index not in self._through:
            self._through[panel.index] = self._reads_through(panel)
        return plain._replace(verbs_of=self.first(panel)) if self._through[panel.index] else plain

    def wanted(self, key: FileKey) -> Wanted:
        """What is to be read of a file for all panels that show it."""
        dates, captured = dict(key.reading.dates), dict(key.reading.captured)
        if key.reading.wide is not None:
            return Wanted(tokens=key.tokens, dates=dates, wide=key.reading.wide, captured=captured)
        panels = self._panels(key)
        labels, numbers = labels_and_numbers(use for panel in panels for use in self._uses(panel))
        verbs = () if key.verbs_of is None else by_block(self.verbs[panels[0].index])
        preaggregation = self._preaggregation(key)
        wanted = Wanted(
            labels, numbers, key.tokens, dates, captured=captured, verbs=verbs, preaggregation=preaggregation
        )
        return replace(wanted, every=self.every_column)

    def first(self, panel: PanelSpec) -> int:
        """The first panel that has the same verbs."""
        return next(p.index for p in self.spec.panels if p.settings.transform == panel.settings.transform)

    def _reads_through(self, panel: PanelSpec) -> bool:
        """Whether all files of a panel are read through its first verbs: where less is left of them to hold.

        Of a file that is read through a filter alone other panels may want more, so that it is to be a large one.
        """
        verbs, keys = self.verbs[panel.index], [plain_key(panel, file) for file in self.matched[panel.index]]
        if all(self._preaggregation(key._replace(verbs_of=self.first(panel))) for key in keys):
            return True
        filtered = any(isinstance(verb, Filter) for verb, _ in by_block(verbs)) and not self.every_row
        large = any(self.files.size(key.file) > LARGE for key in keys)
        return filtered and large and all(key.reading.wide is None for key in keys)

    @cached_property
    def _keys(self) -> dict[int, set[FileKey]]:
        """The files of each panel, before any verb."""
        return {
            panel.index: {plain_key(panel, file) for file in self.matched[panel.index]} for panel in self.spec.panels
        }

    def _panels(self, key: FileKey) -> list[PanelSpec]:
        """The panels that show a file, and mean the same by the texts in it."""
        panels = [panel for panel in self.spec.panels if key.verbs_of in {None, self.first(panel)}]
        return [panel for panel in panels if key._replace(verbs_of=None) in self._keys[panel.index]]

    def _preaggregation(self, key: FileKey) -> Preaggregation | None:
        """How the rows of a file are preaggregated while it is read, where all panels that show it agree."""
        panels = self._panels(key)
        before_verbs = key.verbs_of is None and any(panel.settings.transform for panel in panels)
        if self.every_row or before_verbs or key.reading.wide is not None:
            return None
        same = (key.verbs_of, *(panel.index for panel in panels))
        if same not in self._preaggregations:
            settings, verbs = [panel.settings for panel in panels], self.verbs.get(panels[0].index, ())
            self._preaggregations[same] = preaggregation_of(settings, verbs, self.spec.document.facet)
        return self._preaggregations[same]

    def _uses(self, panel: PanelSpec) -> list[Use]:
        """The columns of files that a panel names."""
        if panel.index not in self._uses_of:
            self._uses_of[panel.index] = [*of_files(panel.settings, self.spec.document.facet)]
        return self._uses_of[panel.index]
