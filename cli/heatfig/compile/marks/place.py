"""The place of a mark, and the mark that is made there."""

from functools import partial

from heatfig.compile.cells.cell_styles import CellsStyle
from heatfig.compile.cells.grounds import Grounds
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.named import paper
from heatfig.compile.conditions import VALUE_FIRST
from heatfig.compile.guides.legend import Explained
from heatfig.compile.texts import set_in
from heatfig.compile.view import View
from heatfig.data.table import At
from heatfig.diagnostics.origin import Origin, Path
from heatfig.language.model.style import CellStyle
from heatfig.plan.marks import Mark
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.text import Text, TextStyle
from heatfig.runtime.arrays import Texts
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import parse_color
from heatfig.scales.contrast import contrast
from heatfig.scales.words import Spot


@dataclass(frozen=True, eq=False)
class MarkPlace:
    """The panel on whose cells a mark is drawn, and where the spec asks for it."""

    view: View
    panel: PanelCells
    grounds: Grounds
    path: Path
    at: At

    @property
    def origin(self) -> Origin:
        """Where the mark is asked for."""
        return self.view.origin(*self.path)

    def texts(self, texts: Texts, at: Spot, style: CellStyle) -> CellTexts:
        """Texts that are set in a style, black or white after their cells' colours where it says no colour."""
        cells_style = CellsStyle(self.panel, style, partial(self.at, "style"), VALUE_FIRST)
        return cells_style.set(texts, at, self.grounds.inks(at), self.view.figure.document.text_size)


@dataclass(frozen=True)
class MadeMark:
    """A mark of the plan, and what the legend says of it."""

    mark: Mark
    origin: Origin
    entries: tuple[Explained, ...] = ()


FAINT = 1.5  # the contrast to the page below which a sign is not seen there


def sample(view: View, sign: str, style: CellStyle) -> Text:
    """A sign as the legend shows it: set as all of them are, but of its size, and in ink where the page hides it."""
    bold, italic, underline = (each is True for each in (style.bold, style.italic, style.underline))
    color = parse_color(style.color) if isinstance(style.color, str) else None
    if color is not None and contrast(color, paper(view.figure)) < FAINT:
        color = None
    return set_in(Text(sign), TextStyle(None, bold, italic, underline, color))
