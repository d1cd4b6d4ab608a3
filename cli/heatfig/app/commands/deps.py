"""`heatfig deps`: what the figures of specs depend on."""

from collections.abc import Sequence
from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.batch import Job, jobs_for
from heatfig.build.depfile import WRITERS
from heatfig.build.specs import files_of, spec_at
from heatfig.diagnostics import Problems
from heatfig.runtime.files.inside import check_inside
from heatfig.runtime.formats import FORMATS


def deps(specs: Sequence[Path], output: Path, formats: Sequence[str], form: str, root: Path | None = None) -> Report:
    """Print the rules of all specs; a spec with a problem is reported and left out."""
    rules = []
    try:
        jobs = jobs_for(specs, output)
    except Problems as problems:
        yield from problems.diagnostics
        return
    for job in jobs:
        try:
            rules.append(_rule(job, formats, root))
        except Problems as problems:
            yield from problems.diagnostics
    if not rules:
        return
    try:
        yield Output(WRITERS[form](rules).removesuffix("\n"))
    except Problems as problems:
        yield from problems.diagnostics


def _rule(job: Job, formats: Sequence[str], root: Path | None) -> tuple[list[Path], list[Path]]:
    spec = spec_at(job.spec, root)
    files = files_of(spec, job.spec.parent, root)
    for file in files:
        check_inside(file, root)
    forms = formats or spec.document.formats or FORMATS
    return [job.target(form) for form in forms], [job.spec, *files]
