"""`heatfig plan`: one spec → its plan as JSON."""

import json
from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems
from heatfig.layout.dump import scene_data
from heatfig.plan.dump import plan_data


def plan(spec: Path, layout: bool, root: Path | None = None) -> Report:
    """The plan and, with `layout`, the scene."""
    try:
        figure = prepare(spec, root)
    except Problems as found:
        yield from found.diagnostics
        return
    data = plan_data(figure.plan)
    if layout:
        data["layout"] = scene_data(figure.scene)
    yield Output(json.dumps(data, indent=1, ensure_ascii=False, allow_nan=False))
