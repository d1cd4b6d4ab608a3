"""Figures to draw and what became of them, whoever draws."""

import sys
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.diagnostics import Diagnostic, Place, Problems
from heatfig.runtime.deferred import dataclass

_FEWER = "where memory ran out, fewer --jobs leave more for each"


@dataclass(frozen=True)
class Task:
    """One figure to draw, in the formats named or else in the spec's."""

    job: Job
    formats: tuple[str, ...]
    dpi: int | None
    root: Path | None


@dataclass(frozen=True)
class Outcome:
    """The files of a figure, still to be written, or what is wrong with it."""

    job: Job
    contents: dict[Path, bytes]
    problems: tuple[Diagnostic, ...] = ()


def draw_task(task: Task) -> Outcome:
    """Read and compile a figure once, and draw it in all its formats."""
    from heatfig.build.figure import drawn, prepare

    try:
        figure = prepare(task.job.spec, task.root)
        forms = task.formats or figure.plan.page.formats
        return Outcome(task.job, {task.job.target(form): drawn(figure, form, task.dpi) for form in forms})
    except Problems as problems:
        return Outcome(task.job, {}, tuple(problems.diagnostics))
    except Exception as error:  # noqa: BLE001  # a fault of ours costs this figure, and not the batch
        return Outcome(task.job, {}, (failure(task.job.spec, error),))


def died(task: Task, message: str, hint: str = _FEWER) -> Outcome:
    """The outcome of a figure whose process died."""
    return Outcome(task.job, {}, (Diagnostic("process-died", message, Place(str(task.job.spec)), hint),))


def failure(spec: Path, error: Exception) -> Diagnostic:
    """What became of a figure for which memory ran out, or that heatfig itself could not draw.

    With --debug its traceback is shown here, as no process hands one on.
    """
    if isinstance(error, MemoryError):
        return Diagnostic("process-died", "memory ran out at this figure", Place(str(spec)), _FEWER)
    if "--debug" in sys.argv:
        import traceback

        traceback.print_exception(error)
    message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
    hint = "please report it with the spec and the scores; run again with --debug for the details"
    return Diagnostic("fault", message, Place(str(spec)), hint)
