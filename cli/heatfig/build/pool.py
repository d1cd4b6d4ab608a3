"""Figures drawn on this machine: one by one, or by processes kept warm, one a core."""

import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING

from heatfig.build.tasks import Outcome, Task, died, draw_task
from heatfig.runtime import interrupts
from heatfig.runtime.garbage import tidy

if TYPE_CHECKING:  # a figure alone does without: 20 ms
    from multiprocessing.connection import Connection
    from multiprocessing.context import ForkServerContext


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
            tidy()


class _Worker:
    """A process that draws, with a pipe of its own: its death, even amid a message, concerns nobody else."""

    def __init__(self, context: "ForkServerContext") -> None:
        self.pipe, its = context.Pipe()
        self.process = context.Process(target=_draw_all, args=[its], daemon=True)
        self.process.start()
        its.close()

    def end(self) -> int | None:
        """Make sure that the process is gone; its status."""
        self.process.kill()
        self.process.join()
        self.pipe.close()
        return self.process.exitcode


def _in_parallel(tasks: Sequence[Task], processes: int) -> Iterator[Outcome]:
    """A process that dies costs its own figure only; each has one task at a time, so that little is held."""
    from multiprocessing.connection import wait

    context, left = _warm_context(), iter(tasks)
    busy: dict[Connection, tuple[_Worker, Task]] = {}
    try:
        for task in islice(left, processes):
            _give(task, _Worker(context), busy)
            interrupts.check()
        while busy:
            for pipe in wait(list(busy)):
                worker, task = busy[pipe]  # type: ignore[index]  # what is waited for are these pipes
                outcome = _received(worker, task)
                del busy[worker.pipe]
                following = next(left, None)
                if following is not None:
                    _give(following, _Worker(context) if worker.pipe.closed else worker, busy)
                else:
                    worker.end()
                yield outcome
    finally:
        for worker, _ in busy.values():
            worker.end()


def _warm_context() -> "ForkServerContext":
    """Processes from a server that imports what drawing needs once, so that the caller does without."""
    import multiprocessing

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["heatfig.build.warm"])
    _start_server_deaf_to_interrupts()
    return context


def _give(task: Task, worker: _Worker, busy: "dict[Connection, tuple[_Worker, Task]]") -> None:
    busy[worker.pipe] = worker, task
    with suppress(OSError):  # a process that has just died is noticed where its outcome is taken
        worker.pipe.send(task)


def _received(worker: _Worker, task: Task) -> Outcome:
    """The outcome that a worker sends, or that of its death."""
    try:
        outcome: Outcome = worker.pipe.recv()
    except (EOFError, OSError):
        return died(task, f"the process that drew this figure died (status {worker.end()})")
    return outcome


def _draw_all(pipe: "Connection") -> None:
    """Draw what arrives until the caller is gone; deaf to interrupts, as the server is that it comes from."""
    with suppress(EOFError, OSError):
        while True:
            pipe.send(draw_task(pipe.recv()))


def _start_server_deaf_to_interrupts() -> None:
    """An interrupt while the server imports would end it with a traceback; it is the caller's to deal with."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # now, as starting it lets interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
