"""What one panel shows: its spec, complete, and the rows of the tables."""

from dataclasses import replace
from functools import cached_property

from heatfig.compile.axes.defaults import relayered
from heatfig.compile.selection import Selection
from heatfig.data.table import Table
from heatfig.diagnostics import Place
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.model.figure import panel_id
from heatfig.language.model.settings import Settings
from heatfig.language.panels import PanelSpec
from heatfig.language.read import FigureSpec
from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class View:
    """One panel of the figure: its spec, its title and the rows of the tables that it shows."""

    index: int
    figure: FigureSpec
    spec: PanelSpec
    title: Text
    selection: Selection
    settings: Settings  # complete, with the columns that a wide file's axes and value are
    layer: int = 0
    path: Path = ()  # within the panel's spec, of what has settings of its own, as a strip of numbers
    facet: str | None = None  # the value whose rows it shows

    @property
    def table(self) -> Table:
        """The rows that the panel shows."""
        return self.selection.table

    @property
    def nameless(self) -> bool:
        """Whether an axis has no column."""
        return self.settings.axes.y.column is None or self.settings.axes.x.column is None

    @property
    def id(self) -> str:
        """The panel's id in the plan."""
        return panel_id(self.spec.settings.name, self.index)

    @property
    def name(self) -> str:
        """What the spec calls the panel: its name, or a value of the facet's column."""
        return self.id if self.facet is None else self.facet

    def scoped(self, name: str) -> str:
        """The id in the plan of something that each panel and each of its layers has."""
        return f"{self.shared(name)}-{self.id}"

    def shared(self, name: str) -> str:
        """The id in the plan of something that all panels share, by layer."""
        return f"layer{self.layer}-{name}" if self.layer else name

    @cached_property
    def layers(self) -> "tuple[View, ...]":
        """The panel, and what is drawn over it: the same rows with what a layer says of them."""
        over = (
            replace(self, spec=spec, settings=relayered(self.settings, spec, self.table)) for spec in self.spec.over
        )
        return self, *(replace(view, layer=number) for number, view in enumerate(over, start=1))

    @property
    def quantity(self) -> str:
        """The name of the scores; empty where the spec names none."""
        return "" if self.settings.value in self.table.defaults.unwritten else self.settings.quantity

    def lacks(self, *paths: Path) -> bool:
        """Whether a problem at these paths, a missing column or an unusable filter leaves them undecided."""
        invalid = any(self.spec.is_invalid(*path) for path in paths)
        return invalid or bool(self.selection.lacking) or not self.selection.exact

    def origin(self, *path: str | int) -> Origin:
        """Where the panel's spec says something."""
        inside = (*self.path, *path)
        return Origin(self.spec.index, ("layers", self.layer, *inside) if self.layer and inside else inside)

    def at(self, *path: str | int) -> Place:
        """The place of what the panel's spec says."""
        return self.figure.place(self.origin(*path))

    def key_at(self, *path: str | int) -> Place:
        """The place of a key that the panel's spec has."""
        return self.figure.key_place(self.origin(*path))
