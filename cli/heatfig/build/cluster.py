"""Figures drawn on a Dask cluster: compiled here, drawn there, written here.

What travels is the compiled plan and what comes back is bytes, so workers need no disk of ours.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from heatfig.build.tasks import Outcome, Task
from heatfig.diagnostics import Diagnostic, Place, Problems, problem
from heatfig.plan import FigurePlan


def cluster_outcomes(tasks: Sequence[Task], address: str) -> Iterator[Outcome]:
    """The outcome of each task, in order; the cluster draws again what a lost worker had."""
    with _client(address) as client:
        sent = [_submitted(client, task) for task in tasks]
        for task, found in zip(tasks, sent, strict=True):
            yield found if isinstance(found, Outcome) else _received(task, found)


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        hint = "pip install 'heatfig[dask]'"
        raise problem("no-cluster", "--scheduler needs the package distributed", None, hint) from None
    try:
        return Client(address, timeout=10, set_as_default=False)  # type: ignore[no-untyped-call]  # Dask leaves it bare
    except (OSError, ValueError) as error:
        hint = "an address such as tcp://127.0.0.1:8786"
        raise problem("no-cluster", f"no scheduler answers at {address}: {error}", None, hint) from None


def _submitted(client: Any, task: Task) -> Any:
    """The future of a figure's bytes, or the outcome of one that has a problem already here."""
    from heatfig.build.figure import prepare

    try:
        figure = prepare(task.job.spec, task.root)
    except Problems as found:
        return Outcome(task.job, {}, tuple(found.diagnostics))
    dpi = task.dpi or figure.plan.dpi
    lines = {form: figure.made_from(form, dpi) for form in task.formats or figure.plan.formats}
    return client.submit(draw_plan, figure.plan, dpi, lines, pure=False, retries=3)


def _received(task: Task, future: Any) -> Outcome:
    from distributed import CancelledError, KilledWorker

    try:
        contents = future.result()
    except (KilledWorker, CancelledError) as error:
        died = Diagnostic("process-died", f"no worker could draw this figure: {error}", Place(str(task.job.spec)))
        return Outcome(task.job, {}, (died,))
    return Outcome(task.job, {task.job.target(form): content for form, content in contents.items()})


def draw_plan(plan: FigurePlan, dpi: int, lines: dict[str, str]) -> dict[str, bytes]:
    """Lay out and draw a plan in the formats for which `lines` holds what the file is to carry; runs on a worker."""
    from heatfig.backdrop import own_settings
    from heatfig.draw import draw
    from heatfig.layout import lay_out

    with own_settings():
        scene = lay_out(plan)
        return {form: draw(scene, form, dpi, line) for form, line in lines.items()}
