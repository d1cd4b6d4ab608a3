"""Figures drawn on a Dask cluster: compiled here, laid out and drawn there, written here.

What travels is the compiled plan and what comes back is bytes, so workers need no disk of ours.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from itertools import islice
from threading import Lock, Thread
from typing import Any, TypeVar

from heatfig.build.answers import Answer, Failure, decoded, encoded
from heatfig.build.figure import Compiled, compiled, font_digests, misfit_problems
from heatfig.build.fingerprint import current_versions
from heatfig.build.tasks import Outcome, Task, died, failure
from heatfig.diagnostics import Diagnostic, Place, Problems, problem
from heatfig.layout.figure import Misfits, check_pixels, for_pixels, lay_out
from heatfig.plan.figure import FigurePlan
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.formats import IN_PIXELS

SAME_EVERYWHERE = "install the same versions and fonts on the workers as here: others give other files"
ANOTHER = "render again with one that is there: what is written stays"
_DRAWING = Lock()
_Sent = TypeVar("_Sent")
PATIENCE = 10  # seconds in which a scheduler must answer
AHEAD = 2  # plans for each thread of a worker: one that it draws, one that waits for it


@dataclass(frozen=True, eq=False)
class Parcel:
    """What travels to a worker: a plan, the line for each file to carry, and what these name as drawing it."""

    plan: FigurePlan
    dpi: int
    lines: dict[str, str]
    drawing: dict[str, str]


def cluster_outcomes(tasks: Sequence[Task], address: str) -> Iterator[Outcome]:
    """The outcome of each task, as it arrives; the cluster draws again what a lost worker had."""
    with _client(address) as client:
        executor = client.get_executor(pure=False)
        specs: dict[Task, Compiled] = {}

        def submit(task: Task) -> Future[Answer]:
            try:
                specs[task] = made = compiled(task.job.spec, task.root)
                sent: Future[Answer] = executor.submit(draw_parcel, _packed(task, made))
            except Exception as error:  # noqa: BLE001  # told with the outcome
                sent = Future()
                sent.set_exception(error)
            return sent

        waiting = dict.fromkeys(tasks)
        try:
            for task, future in under_way(tasks, submit, lambda: AHEAD * sum(client.nthreads().values())):
                del waiting[task]
                yield _received(task, specs.pop(task, None), future)
        except Exception as error:  # noqa: BLE001  # a client without its scheduler raises what it happens to be at
            for task in waiting:
                yield _without_cluster(task, f"the scheduler at {address} is gone: {error}", ANOTHER)


def under_way(
    tasks: Iterable[_Sent], submit: Callable[[_Sent], Future[Any]], most: Callable[[], int]
) -> Iterator[tuple[_Sent, Future[Any]]]:
    """Each task with its future, as it completes; `most` says how many may be under way or wait to be taken.

    So what is held is bounded, however many tasks there are and whichever of them is slow.
    """
    left, sent = iter(tasks), dict[Future[Any], _Sent]()
    while True:
        for task in islice(left, max(most() - len(sent), not sent)):
            sent[submit(task)] = task
        if not sent:
            return
        completed = wait(sent, return_when=FIRST_COMPLETED).done
        for future in [future for future in sent if future in completed]:
            yield sent.pop(future), future


def draw_parcel(parcel: Parcel) -> Answer:
    """Lay out and draw a plan; runs on a worker.

    In one thread at a time: matplotlib's settings and parsers are one for a process, and a worker has several threads.
    """
    with _DRAWING:
        return _drawn(parcel)


def _drawn(parcel: Parcel) -> Answer:
    from heatfig.draw import draw
    from heatfig.runtime.rc import own_settings

    here = _drawing(parcel.plan)
    other = [f"{name} {here[name]} and not {wanted}" for name, wanted in parcel.drawing.items() if here[name] != wanted]
    if other:
        return encoded(Failure(other=", ".join(other)))
    with own_settings():
        try:
            scene = lay_out(parcel.plan)
            for form in parcel.lines:
                check_pixels(scene, form, parcel.dpi)
            pixels = for_pixels(scene, parcel.plan, parcel.dpi)
        except Misfits as misfits:
            return encoded(Failure(misfits.found))
        shown = {form: pixels if form in IN_PIXELS else scene for form in parcel.lines}
        return {form: draw(shown[form], form, parcel.dpi, line) for form, line in parcel.lines.items()}


def _client(address: str) -> Any:
    try:
        import dask
        from distributed import Client
        from distributed.protocol.serialize import pickle_dumps, register_serialization_family
    except ImportError:
        hint = "pip install 'heatfig[dask]'"
        raise problem("no-cluster", "--scheduler needs the package distributed", None, hint) from None
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TB"})  # a plan is as large as its grids
    # What is answered is bytes: whatever comes pickled in their place is dropped unread.
    register_serialization_family("pickle", pickle_dumps, lambda *_: None)  # type: ignore[no-untyped-call]  # likewise
    logging.disable()  # what concerns a figure is told with its outcome
    connected: Future[Any] = Future()

    def connect() -> None:
        try:
            connected.set_result(Client(address, timeout=PATIENCE, set_as_default=False))  # type: ignore[no-untyped-call]  # Dask leaves it bare
        except Exception as error:  # noqa: BLE001  # Dask raises whatever an answer that is none leads it to
            connected.set_exception(error)

    # In a thread, as Dask itself waits for ever where somebody listens and does not answer.
    Thread(target=connect, daemon=True).start()
    try:
        return connected.result(2 * PATIENCE)
    except Exception as error:  # noqa: BLE001  # see there
        reason = str(error) or f"it took over {2 * PATIENCE} seconds"
        hint = "an address such as tcp://127.0.0.1:8786"
        raise problem("no-cluster", f"no scheduler answers at {address}: {reason}", None, hint) from None


def _without_cluster(task: Task, message: str, hint: str) -> Outcome:
    return Outcome(task.job, {}, (Diagnostic("no-cluster", message, Place(str(task.job.spec)), hint),))


def _packed(task: Task, made: Compiled) -> Parcel:
    dpi = task.dpi or made.plan.page.dpi
    lines = {form: made.made_from(form, dpi) for form in task.formats or made.plan.page.formats}
    return Parcel(made.plan, dpi, lines, _drawing(made.plan))


def _drawing(plan: FigurePlan) -> dict[str, str]:
    """What a plan is drawn with here: versions, and the contents of fonts."""
    return current_versions() | {f"the font '{name}'": digest for name, digest in font_digests(plan).items()}


def _received(task: Task, made: Compiled | None, future: Future[Answer]) -> Outcome:
    """What a future came to; nothing that went wrong elsewhere costs more than this figure."""
    from distributed import KilledWorker

    try:
        reply = future.result()
    except Problems as found:
        return Outcome(task.job, {}, tuple(found.diagnostics))
    except CancelledError:
        return _without_cluster(task, "the scheduler is gone", ANOTHER)
    except KilledWorker as error:
        return died(task, f"no worker could draw this figure: {error}", "look at the logs of the workers")
    except Exception as error:  # noqa: BLE001  # whatever a worker raises
        return Outcome(task.job, {}, (failure(task.job.spec, error),))
    assert made is not None, "what was sent has been compiled"
    try:
        answer = decoded(reply, task.formats or made.plan.page.formats)
    except (ValueError, RecursionError):
        message = "a worker answered with what is no figure of this spec"
        return _without_cluster(task, message, "look who works there, and with which version of heatfig")
    return _outcome(task, made, answer)


def _outcome(task: Task, made: Compiled, answer: Answer | Failure) -> Outcome:
    if not isinstance(answer, Failure):
        return Outcome(task.job, {task.job.target(form): content for form, content in answer.items()})
    if answer.other:
        return _without_cluster(task, f"a worker draws with {answer.other}", SAME_EVERYWHERE)
    return Outcome(task.job, {}, tuple(misfit_problems(answer.misfits, made).diagnostics))
