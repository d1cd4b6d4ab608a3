"""`heatfig render`: specs → files, those that are not what they would become."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from heatfig.build.batch import Job, Shard, jobs_for
from heatfig.build.depfile import as_make
from heatfig.build.freshness import examine, inputs_of
from heatfig.build.junit import junit
from heatfig.build.tasks import Outcome, Task, available_processes, outcomes
from heatfig.commands import Progress, Report
from heatfig.diagnostics import Diagnostic, Place, Problems
from heatfig.files import read_bytes, write_all
from heatfig.formats import FORMATS


@dataclass(frozen=True)
class Order:
    """What a call asks for."""

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


@dataclass
class _Tally:
    """What has become of the figures so far."""

    written: int = 0
    fresh: int = 0
    problems: dict[Path, list[Diagnostic]] = field(default_factory=dict)


def render(order: Order) -> Report:
    """Write every figure that is not up to date; one with a problem is reported and nothing of it written."""
    started = time.monotonic()
    try:
        jobs = jobs_for(order.specs, order.output, order.shard)
    except Problems as found:
        yield from found.diagnostics
        return
    tally = _Tally(problems={job.spec: [] for job in jobs})
    try:
        yield from _check(order, jobs, tally) if order.check else _render(order, jobs, tally)
    except Problems as found:
        yield from found.diagnostics
        return
    yield from _side_files(order, jobs, tally)
    if len(jobs) > 1:
        done = "stale" if order.check else "written"
        failed = len(jobs) - tally.written - tally.fresh
        counts = f"{tally.written} {done}, {tally.fresh} up to date, {failed} failed"
        yield f"{counts} in {time.monotonic() - started:.1f} s"


def _check(order: Order, jobs: Sequence[Job], tally: _Tally) -> Report:
    """Name every figure that is missing or stale, and why; write nothing."""
    for job in jobs:
        problems: list[Diagnostic] = []
        try:
            state = examine(job, order.formats, order.dpi, order.root)
            counting = state.formats or _formats_asked(job)
            problems += [_not_fresh(job, form, why) for form, why in state.stale.items() if form in counting]
            tally.fresh += not problems
            tally.written += bool(problems)
        except Problems as found:
            problems += found.diagnostics
        tally.problems[job.spec] += problems
        yield from problems


def _formats_asked(job: Job) -> Sequence[str]:
    """The formats of a spec that no file was made from yet; raises Problems where it cannot be read."""
    from heatfig.spec.read import read
    from heatfig.spec.source import MAX_BYTES, parse

    return read(parse(read_bytes(job.spec, most=MAX_BYTES + 1), str(job.spec))).document.formats or FORMATS


def _not_fresh(job: Job, form: str, reason: str) -> Diagnostic:
    target = job.file(form)
    place = Place(str(job.spec))
    if reason == "missing":
        return Diagnostic("missing-figure", f"{target} is missing", place, "render it")
    return Diagnostic("stale-figure", f"{target} is stale: {reason}", place, "render it again")


def _render(order: Order, jobs: Sequence[Job], tally: _Tally) -> Report:
    tasks = []
    for job in jobs:
        try:
            task = _task(order, job)
        except Problems as found:
            yield from found.diagnostics
            tally.problems[job.spec] += found.diagnostics
            continue
        if task is not None:
            tasks.append(task)
            continue
        tally.fresh += 1
        if len(jobs) == 1:
            yield f"{job.stem} is up to date"
    yield Progress(len(jobs) - len(tasks), len(jobs))
    for number, outcome in enumerate(_outcomes(order, tasks), start=1):
        problems = list(outcome.problems)
        try:
            write_all(outcome.contents)
        except Problems as found:
            problems += found.diagnostics
        if not problems:
            tally.written += 1
            yield from (f"wrote {target}" for target in outcome.contents)
        yield from problems
        tally.problems[outcome.job.spec] += problems
        yield Progress(len(jobs) - len(tasks) + number, len(jobs))


def _outcomes(order: Order, tasks: Sequence[Task]) -> Iterator[Outcome]:
    if order.scheduler is None:
        return outcomes(tasks, order.jobs or available_processes())
    from heatfig.build.cluster import cluster_outcomes

    return cluster_outcomes(tasks, order.scheduler)


def _task(order: Order, job: Job) -> Task | None:
    """What is to be drawn of a figure; None where it is up to date."""
    if order.force:
        return Task(job, order.formats, order.dpi, order.root)
    state = examine(job, order.formats, order.dpi, order.root)
    state.renew_times()
    if not state.stale:
        return None
    return Task(job, tuple(state.stale) if state.formats else (), order.dpi, order.root)


def _side_files(order: Order, jobs: Sequence[Job], tally: _Tally) -> Report:
    """The depfile and the JUnit report, where they are asked for."""
    contents = {}
    if order.depfile is not None:
        contents[order.depfile] = as_make([_rule(job, order.formats) for job in jobs]).encode()
    if order.junit is not None:
        contents[order.junit] = junit(tally.problems)
    try:
        write_all(contents)
    except Problems as found:
        yield from found.diagnostics


def _rule(job: Job, formats: Sequence[str]) -> tuple[list[Path], list[Path]]:
    """The files of a figure and what they were made from, by the fingerprints that they carry."""
    state = examine(job, formats, None)
    forms = state.formats or tuple(state.found)
    inputs = inputs_of(job, [state.found[form] for form in forms])
    return [job.target(form) for form in forms], list(map(Path, inputs))
