"""The layers of a panel: its own scores first, then those over them."""

from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.cells.sizes import Sized, shapes_of
from heatfig.compile.view import View
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.layer import Layer
from heatfig.plan.value import Normalized, Value
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True, eq=False)
class ScaledLayer:
    """A layer with its cells and its scales of colours and sizes."""

    view: View
    cells: PanelCells
    scale: ColorScale
    sized: Sized | None

    @property
    def plan(self) -> Layer:
        """The layer, decided."""
        return Layer(
            value_of(self.view, self.cells.cells.categories),
            self.cells.grid,
            self.scale.id,
            shapes_of(self.view, self.sized),
        )


def value_of(view: View, categories: tuple[str, ...]) -> Value:
    """The name, aggregate and format of a panel's scores."""
    form = next((field.format for field in view.settings.score_fields), None)
    repeated = view.settings.aggregate
    spread, repeats = (None, None) if repeated is None else (repeated.spread, repeated.repeats)
    least = None if repeats is None else repeats.least
    moved = tuple(Normalized(step.using, step.per) for step in view.settings.normalize if step.into is None)
    return Value(view.quantity, view.settings.using, spread, least, moved, form, categories)
