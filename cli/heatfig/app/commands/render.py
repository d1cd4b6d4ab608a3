"""`heatfig render`: specs → files, those that are not what they would become."""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from heatfig.app.commands import Progress, Report
from heatfig.build.batch import Job, jobs_for
from heatfig.build.freshness import examine, inputs_of
from heatfig.build.render import RenderOptions, Result, compared, examined, rendered
from heatfig.diagnostics import Problems
from heatfig.runtime.files.write import write_all
from heatfig.runtime.formats import FORMATS

_NOT_FRESH = {"missing-figure", "stale-figure"}


def render(options: RenderOptions) -> Report:
    """Write every figure that is not up to date; one with a problem is reported and nothing of it written."""
    started = time.monotonic()
    results: dict[Job, Result] = {}
    try:
        jobs = jobs_for(options.specs, options.output, options.shard)
        _check_reports(options, jobs)
        yield from _check(options, jobs, results) if options.check else _render(options, jobs, results)
    except Problems as problems:
        yield from problems.diagnostics
        return
    yield from _side_files(options, [results[job] for job in jobs])
    if len(jobs) != 1:
        yield f"{_counts(options, list(results.values()))} in {time.monotonic() - started:.1f} s"
    elif not options.check and results[jobs[0]] == Result(jobs[0]):
        yield f"{jobs[0].stem} is up to date"


def _check_reports(options: RenderOptions, jobs: Sequence[Job]) -> None:
    given = {"--junit": options.junit, "--depfile": options.depfile}
    reports = {option: path for option, path in given.items() if path is not None}
    if reports:
        from heatfig.build.outputs import check_reports

        check_reports(reports, jobs)


def _check(options: RenderOptions, jobs: Sequence[Job], results: dict[Job, Result]) -> Report:
    for result in compared(options, jobs):
        results[result.job] = result
        yield from result.problems


def _render(options: RenderOptions, jobs: Sequence[Job], results: dict[Job, Result]) -> Report:
    tasks, standing = examined(options, jobs)
    for result in standing:
        results[result.job] = result
        yield from result.problems
    yield Progress(len(results), len(jobs))
    for result in rendered(options, tasks):
        results[result.job] = result
        yield from (f"wrote {target}" for target in result.written)
        yield from result.problems
        yield Progress(len(results), len(jobs))


def _counts(options: RenderOptions, results: Sequence[Result]) -> str:
    fresh = sum(not result.written and not result.problems for result in results)
    if options.check:
        done = sum(bool(r.problems) and {p.code for p in r.problems} <= _NOT_FRESH for r in results)
    else:
        done = sum(bool(result.written) for result in results)
    words = "stale" if options.check else "written"
    return f"{done} {words}, {fresh} up to date, {len(results) - done - fresh} failed"


def _side_files(options: RenderOptions, results: Sequence[Result]) -> Report:
    """The depfile and the JUnit report, where they are asked for, in the order of the call."""
    try:
        if options.junit is not None:
            from heatfig.build.junit import junit

            write_all({options.junit: junit([(result.job.spec, result.problems) for result in results])})
        if options.depfile is not None:
            from heatfig.build.depfile import as_make

            rules = [_rule(result.job, options) for result in results]
            write_all({options.depfile: os.fsencode(as_make(rules))})
    except Problems as problems:
        yield from problems.diagnostics


def _rule(job: Job, options: RenderOptions) -> tuple[list[Path], list[Path]]:
    """The files of a figure and what they were made from, by the fingerprints that they carry."""
    forms, inputs = options.formats or FORMATS, [str(job.spec)]
    with suppress(Problems):
        state = examine(job, options.formats, None, options.root, options.within)
        forms = state.formats or forms
        inputs = inputs_of(job, [state.found[form] for form in forms])
    return [job.target(form) for form in forms], list(map(Path, inputs))
