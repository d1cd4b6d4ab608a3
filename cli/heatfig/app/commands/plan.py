"""`heatfig plan`: one spec → its plan as JSON."""

from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.figure import CellSources, cell_sources, compiled, laid_out
from heatfig.diagnostics import Problems
from heatfig.layout.scene.dump import scene_data
from heatfig.plan.codec import as_json, plan_data

Sources = dict[str, list[list[list[list[list[str]]]]]]


def plan(spec: Path, layout: bool, sources: bool, root: Path | None = None) -> Report:
    """The plan; with `layout` the scene, and with `sources` the files and lines of each cell."""
    try:
        made = compiled(spec, root)
        data = plan_data(made.plan)
        if layout:
            data["layout"] = scene_data(laid_out(made))
        if sources:
            data["sources"] = _written(cell_sources(spec, root))
    except Problems as problems:
        yield from problems.diagnostics
        return
    yield Output(as_json(data).removesuffix("\n"))


def _written(found: dict[str, list[CellSources]]) -> Sources:
    """By panel, layer, row, column and part each line as FILE:LINE."""
    return {
        panel: [
            [[[[str(place) for place in places] for places in cell] for cell in row] for row in rows] for rows in layers
        ]
        for panel, layers in found.items()
    }
