"""`heatfig check`: everything but drawing."""

from collections.abc import Generator, Sequence
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
    except Problems as problems:
        yield from problems.diagnostics
        return
    cells = []
    for job in jobs:
        try:
            cells.append((yield from _check(job.spec, root, memory)))
        except Problems as problems:
            yield from problems.diagnostics
        except Exception as error:  # a fault of ours costs this spec, and not the others
            if len(jobs) == 1 and not isinstance(error, MemoryError):
                raise
            yield failure(job.spec, error)
        finally:
            if len(jobs) > 1:
                tidy()
    yield f"{len(cells)} of {len(jobs)} specs in order, {sum(cells):,} cells"


def _check(spec: Path, root: Path | None, memory: bool) -> Generator[str, None, int]:
    """How many cells a spec has that is in order; raises Problems."""
    if memory:
        yield from memory_of(spec, root)
    figure = prepare(spec, root)
    if not memory and large(spec, figure.hashes):
        yield from memory_of(spec, root)
    return sum(panel.grid.scores.size for panel in figure.plan.panels)
