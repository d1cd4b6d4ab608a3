"""`heatfig deps`: what the figures of specs depend on."""

import os
from collections.abc import Sequence
from pathlib import Path

from heatfig.app.commands import Output, Report
from heatfig.build.batch import Job, jobs_for
from heatfig.build.depfile import WRITERS
from heatfig.diagnostics import Problems
from heatfig.language.parse import parse
from heatfig.language.read import read
from heatfig.runtime.files.inside import check_inside
from heatfig.runtime.files.read import read_bytes
from heatfig.runtime.formats import FORMATS
from heatfig.runtime.text import MOST_OF_A_SPEC


def deps(specs: Sequence[Path], output: Path, formats: Sequence[str], form: str, root: Path | None = None) -> Report:
    """Print the rules of all specs; a spec with a problem is reported and left out."""
    rules = []
    try:
        jobs = jobs_for(specs, output)
    except Problems as found:
        yield from found.diagnostics
        return
    for job in jobs:
        try:
            rules.append(_rule(job, formats, root))
        except Problems as found:
            yield from found.diagnostics
    if not rules:
        return
    try:
        yield Output(WRITERS[form](rules).removesuffix("\n"))
    except Problems as found:
        yield from found.diagnostics


def inputs_named(job: Job, root: Path | None) -> list[Path]:
    """A spec and the score files that it names; raises Problems where the spec cannot be read."""
    return _rule(job, (), root)[1]


def _rule(job: Job, formats: Sequence[str], root: Path | None) -> tuple[list[Path], list[Path]]:
    spec = read(parse(read_bytes(job.spec, most=MOST_OF_A_SPEC + 1, root=root), str(job.spec)))
    named = dict.fromkeys(file.file for panel in spec.panels for file in panel.settings.scores)
    files = [Path(os.path.normpath(job.spec.parent / name)) for name in named]
    for file in files:
        check_inside(file, root)
    forms = formats or spec.document.formats or FORMATS
    return [job.target(form) for form in forms], [job.spec, *files]
