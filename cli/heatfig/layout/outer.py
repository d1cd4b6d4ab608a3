"""Which panels show the texts of an axis where the spec asks for them at the outside only."""

from heatfig.plan.figure import AxisPlan, FigurePlan

# The step from a panel to the one that stands between it and the outside, in rows and columns.
_TOWARDS = {"bottom": (1, 0), "top": (-1, 0), "left": (0, -1), "right": (0, 1)}


def shows_texts(plan: FigurePlan, index: int, name: str) -> bool:
    """Whether a panel shows its tick and axis labels: not where the next panel outward shows the same ones."""
    if not plan.outer_labels_only:
        return True
    axis: AxisPlan = getattr(plan.panels[index], name)
    down, across = _TOWARDS[axis.side]
    row, column = index // plan.columns + down, index % plan.columns + across
    neighbour = row * plan.columns + column
    if not (0 <= column < plan.columns and row >= 0 and neighbour < len(plan.panels)):
        return True
    return _texts(axis) != _texts(getattr(plan.panels[neighbour], name))


def _texts(axis: AxisPlan) -> object:
    return (
        axis.side,
        axis.labels,
        [tick and tick.content for tick in axis.ticks],
        [(group.text.content, group.first, group.end) for group in axis.groups],
        axis.label.content,
    )
