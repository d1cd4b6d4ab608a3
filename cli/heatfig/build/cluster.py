"""Figures drawn on a Dask cluster: compiled here, laid out and drawn there, written here.

What travels is the compiled plan and what comes back is bytes, so workers need no disk of ours.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from itertools import islice
from typing import Any, TypeVar

from heatfig.build.answers import Answer, Failure, decoded
from heatfig.build.figure import Compiled, compiled, misfit_problems
from heatfig.build.parcel import draw_parcel, packed
from heatfig.build.scheduler import connected, threads
from heatfig.build.tasks import Outcome, Task, died, failure
from heatfig.diagnostics import Diagnostic, Place, Problems

SAME_EVERYWHERE = "install the same versions and fonts on the workers as here: others give other files"
ANOTHER = "render again with one that is there: what is written stays"
_Sent = TypeVar("_Sent")
BREATH = 10  # seconds after which a scheduler is asked again, as one that has stopped says nothing
AHEAD = 2  # plans for each thread of a worker: one that it draws, one that waits for it


def cluster_outcomes(tasks: Sequence[Task], address: str) -> Iterator[Outcome]:
    """The outcome of each task, as it arrives; the cluster draws again what a lost worker had."""
    with connected(address) as client:
        executor = client.get_executor(pure=False)
        specs: dict[Task, Compiled] = {}  # those under way

        def submit(task: Task) -> Future[Answer]:
            return _submitted(executor, task, specs)

        waiting = dict.fromkeys(tasks)
        try:
            for task, future in under_way(tasks, submit, lambda: AHEAD * threads(client)):
                del waiting[task]
                yield _received(task, specs.pop(task, None), future)
        except Exception as error:  # noqa: BLE001  # a client without its scheduler raises what it happens to be at
            for task in waiting:
                yield _without_cluster(task, f"the scheduler at {address} is gone: {error}", ANOTHER)


def _submitted(executor: Any, task: Task, specs: dict[Task, Compiled]) -> Future[Answer]:
    """The answer to a task that is compiled here, and put to `specs`; what goes wrong comes with its outcome."""
    try:
        specs[task] = compiled(task.job.spec, task.root)
        answer: Future[Answer] = executor.submit(draw_parcel, packed(task, specs[task]))
    except Exception as error:  # noqa: BLE001  # told with the outcome
        answer = Future()
        answer.set_exception(error)
    return answer


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
        completed = wait(sent, BREATH, FIRST_COMPLETED).done
        for future in [future for future in sent if future in completed]:
            yield sent.pop(future), future


def _without_cluster(task: Task, message: str, hint: str) -> Outcome:
    return Outcome(task.job, {}, (Diagnostic("no-cluster", message, Place(str(task.job.spec)), hint),))


def _received(task: Task, made: Compiled | None, future: Future[Answer]) -> Outcome:
    """What a future came to; nothing that went wrong elsewhere costs more than this figure."""
    from distributed import KilledWorker

    try:
        reply = future.result()
    except Problems as problems:
        return Outcome(task.job, {}, tuple(problems.diagnostics))
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
