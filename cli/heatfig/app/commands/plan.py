"""`heatfig plan`: one spec → its plan as JSON."""

from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.figure import compiled, laid_out
from heatfig.diagnostics import Problems
from heatfig.layout.dump import scene_data
from heatfig.plan.codec import as_json, plan_data


def plan(spec: Path, layout: bool, root: Path | None = None) -> Report:
    """The plan and, with `layout`, the scene."""
    try:
        made = compiled(spec, root)
        data = plan_data(made.plan)
        if layout:
            data["layout"] = scene_data(laid_out(made))
    except Problems as found:
        yield from found.diagnostics
        return
    yield Output(as_json(data).removesuffix("\n"))
