"""Figures to draw and what became of them, whoever draws."""

from pathlib import Path

from heatfig.build.batch import Job
from heatfig.diagnostics import Diagnostic, Place, Problems
from heatfig.runtime.deferred import dataclass


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
    except Problems as found:
        return Outcome(task.job, {}, tuple(found.diagnostics))
    except MemoryError:
        return died(task, "memory ran out while this figure was drawn")
    except Exception as error:  # noqa: BLE001  # a fault of ours costs this figure, and not the batch
        return fault(task, error)


def died(task: Task, message: str, hint: str = "where memory ran out, fewer --jobs leave more for each") -> Outcome:
    """The outcome of a figure whose process was lost."""
    return Outcome(task.job, {}, (Diagnostic("process-died", message, Place(str(task.job.spec)), hint),))


def fault(task: Task, error: Exception) -> Outcome:
    """The outcome of a figure that heatfig itself could not draw."""
    message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
    hint = "please report it with the spec and the scores; render it alone with --debug for the details"
    return Outcome(task.job, {}, (Diagnostic("fault", message, Place(str(task.job.spec)), hint),))
