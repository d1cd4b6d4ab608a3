"""`heatfig check`: everything but drawing."""

from collections.abc import Sequence
from pathlib import Path

from heatfig.app.commands import Report
from heatfig.build.batch import jobs_for
from heatfig.build.figure import prepare
from heatfig.build.memory import large, memory_of
from heatfig.build.tasks import failure
from heatfig.diagnostics import Problems
from heatfig.runtime.garbage import tidy


def check(specs: Sequence[Path], root: Path | None, memory: bool = False) -> Report:
    """Report every problem of every spec and, if asked or large, its memory; last, how many specs and cells hold."""
    try:
        jobs = jobs_for(specs, Path())
    except Problems as found:
        yield from found.diagnostics
        return
    good = cells = 0
    for job in jobs:
        try:
            if memory:
                yield from memory_of(job.spec, root)
            figure = prepare(job.spec, root)
            if not memory and large(job.spec, figure.hashes):
                yield from memory_of(job.spec, root)
        except Problems as found:
            yield from found.diagnostics
            continue
        except Exception as error:  # a fault of ours costs this spec, and not the others
            if len(jobs) == 1 and not isinstance(error, MemoryError):
                raise
            yield failure(job.spec, error)
            continue
        finally:
            if len(jobs) > 1:
                tidy()
        good += 1
        cells += sum(panel.grid.scores.size for panel in figure.plan.panels)
    yield f"{good} of {len(jobs)} specs in order, {cells:,} cells"
