"""Figures to draw and what became of them; drawn here, or by processes kept warm, one a core."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.diagnostics import Diagnostic, Place, Problems


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
        forms = task.formats or figure.plan.formats
        return Outcome(task.job, {task.job.target(form): drawn(figure, form, task.dpi) for form in forms})
    except Problems as found:
        return Outcome(task.job, {}, tuple(found.diagnostics))
    except Exception as error:  # noqa: BLE001  # a fault of ours costs this figure, and not the batch
        message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
        hint = "please report it with the spec and the scores; render it alone with --debug for the details"
        return Outcome(task.job, {}, (Diagnostic("fault", message, Place(str(task.job.spec)), hint),))


def outcomes(tasks: Sequence[Task], processes: int) -> Iterator[Outcome]:
    """The outcome of each task, in order; a process that dies costs its own figure only."""
    if min(processes, len(tasks)) <= 1:
        for task in tasks:
            yield draw_task(task)
            if len(tasks) > 1:
                # The command line has switched the collector off. What outlives a collection is frozen, so that the
                # next need not look at all that was ever imported: a fifth of the time of a figure.
                gc.collect()
                gc.freeze()
        return
    from pebble import ProcessExpired, ProcessPool

    # The server imports what drawing needs once; its children start with it, and the caller does without.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["heatfig.build.warm"])
    _start_server_deaf_to_interrupts()
    with ProcessPool(min(processes, len(tasks)), initializer=_leave_interrupts_to_the_caller, context=context) as pool:
        try:
            futures = [pool.schedule(draw_task, args=[task]) for task in tasks]
            for task, future in zip(tasks, futures, strict=True):
                try:
                    yield future.result()
                except ProcessExpired as death:
                    yield Outcome(task.job, {}, (_died(task, death.exitcode),))
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
            raise


def available_processes() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_server_deaf_to_interrupts() -> None:
    """An interrupt while the server imports would end it with a traceback; it is the caller's to deal with."""
    from multiprocessing.forkserver import ensure_running

    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _leave_interrupts_to_the_caller() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _died(task: Task, status: int) -> Diagnostic:
    message = f"the process that drew this figure died (status {status})"
    hint = "where memory ran out, fewer --jobs leave more for each"
    return Diagnostic("process-died", message, Place(str(task.job.spec)), hint)
