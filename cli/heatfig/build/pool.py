"""Figures drawn on this machine: one by one, or by processes kept warm, one a core."""

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from heatfig.build.tasks import Outcome, Task, died, draw_task, fault, under_way

if TYPE_CHECKING:
    from pebble import ProcessPool

AHEAD = 2  # tasks for each process: one that it draws, one that waits for it


def local_outcomes(tasks: Sequence[Task], processes: int) -> Iterator[Outcome]:
    """The outcome of each task, as it is done."""
    processes = min(processes, len(tasks))
    return _in_parallel(tasks, processes) if processes > 1 else _one_by_one(tasks)


def available_processes() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _one_by_one(tasks: Sequence[Task]) -> Iterator[Outcome]:
    for task in tasks:
        yield draw_task(task)
        if len(tasks) > 1:
            # The command line has switched the collector off. What outlives a collection is frozen, so that the
            # next need not look at all that was ever imported: a fifth of the time of a figure.
            gc.collect()
            gc.freeze()


def _in_parallel(tasks: Sequence[Task], processes: int) -> Iterator[Outcome]:
    """A process that dies costs its own figure only."""
    from pebble import ProcessExpired

    with _pool(processes) as pool:
        for task, future in under_way(tasks, lambda task: pool.schedule(draw_task, [task]), lambda: AHEAD * processes):
            try:
                yield future.result()
            except ProcessExpired as death:
                yield died(task, f"the process that drew this figure died (status {death.exitcode})")
            except Exception as error:  # noqa: BLE001  # as in draw_task
                yield fault(task, error)


@contextmanager
def _pool(processes: int) -> "Iterator[ProcessPool]":
    """Processes that are gone at the end, whatever it is that ends the work."""
    from pebble import ProcessPool

    # The server imports what drawing needs once; its children start with it, and the caller does without.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["heatfig.build.warm"])
    _start_server_deaf_to_interrupts()
    with ProcessPool(processes, initializer=_leave_interrupts_to_the_caller, context=context) as pool:
        try:
            yield pool
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it bare
            raise


def _start_server_deaf_to_interrupts() -> None:
    """An interrupt while the server imports would end it with a traceback; it is the caller's to deal with."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # now, as starting it lets interrupts in again
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _leave_interrupts_to_the_caller() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
