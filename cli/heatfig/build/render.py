"""A batch: what is stale is drawn and written; or everything is compared, and nothing written."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from heatfig.build.batch import Job, Shard
from heatfig.build.freshness import State, examine
from heatfig.build.outputs import allowed, check_target
from heatfig.build.tasks import Outcome, Task
from heatfig.diagnostics import Diagnostic, Place, Problems
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.write import write_all
from heatfig.runtime.formats import FORMATS


@dataclass(frozen=True)
class RenderOptions:
    """The options of a call."""

    specs: Sequence[Path]
    output: Path = Path()
    formats: tuple[str, ...] = ()
    dpi: int | None = None
    root: Path | None = None
    jobs: int | None = None
    shard: Shard | None = None
    force: bool = False
    check: bool = False
    scheduler: str | None = None
    depfile: Path | None = None
    junit: Path | None = None

    @property
    def within(self) -> Path | None:
        """The folder that figures must lie in to be looked at, where there is one."""
        return None if self.root is None else allowed(self.output, self.root)


@dataclass(frozen=True)
class Result:
    """What became of a figure: the files written, or what is wrong with it; neither where it is up to date."""

    job: Job
    written: tuple[Path, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def compared(options: RenderOptions, jobs: Sequence[Job]) -> Iterator[Result]:
    """Every figure with what is missing or stale of it, and why."""
    for job in jobs:
        try:
            state = examine(job, options.formats, options.dpi, options.root, options.within)
            yield Result(job, problems=tuple(_not_fresh(state, options.root)))
        except Problems as problems:
            yield Result(job, problems=tuple(problems.diagnostics))


def examined(options: RenderOptions, jobs: Sequence[Job]) -> tuple[list[Task], list[Result]]:
    """What is to be drawn, and what became of the rest."""
    tasks, results = [], []
    for job in jobs:
        try:
            task = _task(options, job)
        except Problems as problems:
            results.append(Result(job, problems=tuple(problems.diagnostics)))
            continue
        if task is None:
            results.append(Result(job))
        else:
            tasks.append(task)
    return tasks, results


def rendered(options: RenderOptions, tasks: Sequence[Task]) -> Iterator[Result]:
    """What became of each figure to be drawn, as it is written; a problem costs its own figure only."""
    for outcome in _outcomes(options, tasks):
        problems = outcome.problems
        try:
            for target in outcome.contents:
                check_target(target, outcome.job, options.output, options.root)
            write_all(outcome.contents)
        except Problems as found:
            problems += tuple(found.diagnostics)
        yield Result(outcome.job, () if problems else tuple(outcome.contents), problems)


def _outcomes(options: RenderOptions, tasks: Sequence[Task]) -> Iterator[Outcome]:
    if not tasks:
        return iter(())
    if options.scheduler is None:
        from heatfig.build.pool import available_processes, local_outcomes

        return local_outcomes(tasks, options.jobs or available_processes())
    from heatfig.build.cluster import cluster_outcomes

    return cluster_outcomes(tasks, options.scheduler)


def _task(options: RenderOptions, job: Job) -> Task | None:
    """What is to be drawn of a figure; None where it is up to date, to make's eyes, too."""
    if options.force:
        return Task(job, options.formats, options.dpi, options.root)
    state = examine(job, options.formats, options.dpi, options.root, options.within)
    state.renew_times()
    if not state.stale:
        return None
    return Task(job, tuple(state.stale) if state.formats else (), options.dpi, options.root)


def _not_fresh(state: State, root: Path | None) -> Iterator[Diagnostic]:
    counting = state.formats or (_formats_of(state.job, root) if state.stale else ())
    for form, reason in state.stale.items():
        target, place = state.job.file(form), Place(str(state.job.spec))
        if form in counting and reason == "missing":
            yield Diagnostic("missing-figure", f"{target} is missing", place, "render it")
        elif form in counting:
            yield Diagnostic("stale-figure", f"{target} is stale: {reason}", place, "render it again")


def _formats_of(job: Job, root: Path | None) -> Sequence[str]:
    """The formats of a spec that no file was made from yet; raises Problems where it cannot be read."""
    from heatfig.build.specs import spec_at

    return spec_at(job.spec, root).document.formats or FORMATS
