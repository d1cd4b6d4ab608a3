"""`heatfig render`: specs → files."""

from collections.abc import Sequence
from pathlib import Path

from heatfig.build.batch import Job, jobs_for
from heatfig.build.figure import drawn, prepare
from heatfig.commands import Report
from heatfig.diagnostics import Problems
from heatfig.files import write_all


def render(
    specs: Sequence[Path], output: Path, formats: Sequence[str], dpi: int | None, root: Path | None = None
) -> Report:
    """Write every figure in every format; a figure with a problem is reported and nothing of it written."""
    try:
        jobs = jobs_for(specs, output)
    except Problems as found:
        yield from found.diagnostics
        return
    for job in jobs:
        try:
            yield from _render_one(job, formats, dpi, root)
        except Problems as found:
            yield from found.diagnostics


def _render_one(job: Job, formats: Sequence[str], dpi: int | None, root: Path | None) -> Report:
    figure = prepare(job.spec, root)
    contents = {job.target(form): drawn(figure, form, dpi) for form in formats or figure.plan.formats}
    write_all(contents)
    yield from (f"wrote {target}" for target in contents)
