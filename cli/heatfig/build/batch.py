"""Which figures a call names, and where each goes."""

import os
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from heatfig.diagnostics import Place, Report
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import spec_files
from heatfig.runtime.files.folded import folded


@dataclass(frozen=True)
class Job:
    """One spec and the path of its figure, still without a suffix."""

    spec: Path
    stem: Path

    @cached_property
    def folder(self) -> str:
        """The folder of the spec, relative to which it names score files."""
        return os.path.dirname(self.spec)  # noqa: PTH120  # a batch with nothing to do asks for thousands

    def file(self, form: str) -> str:
        """The file for one format, as text."""
        return f"{self.stem}.{form}"

    def target(self, form: str) -> Path:
        """The file for one format."""
        return Path(self.file(form))


@dataclass(frozen=True)
class Shard:
    """One of `count` parts of a batch, numbered from 1."""

    number: int
    count: int


def jobs_for(specs: Sequence[Path], output: Path, shard: Shard | None = None) -> list[Job]:
    """A job for each spec named or found in a folder named; raises Problems where two would write one file.

    Of a shard, every `count`-th by name, so that each machine that is given the same specs takes its own.
    """
    report = Report()
    jobs: dict[str, Job] = {}
    for named in specs:
        found = list(spec_files(named))
        if not found:
            report.add("no-specs", "no specs in this folder", Place(str(named)), "a spec ends in .yaml or .yml")
        for path, folder in found:
            _add(Job(path, output.joinpath(folder, path.stem)), jobs, report)
    report.check()
    if shard is None:
        return list(jobs.values())
    return sorted(jobs.values(), key=lambda job: job.stem.as_posix())[shard.number - 1 :: shard.count]


def _add(job: Job, jobs: dict[str, Job], report: Report) -> None:
    """Take a job up; one whose files another spec would write, too, is noted."""
    other = jobs.setdefault(folded(job.stem), job)
    if other is not job and other.spec.absolute() != job.spec.absolute():
        message = f"{job.spec} and {other.spec} would both write {job.stem}.*"
        hint = "rename one, or render them into different folders"
        report.add("same-output", message, Place(str(job.spec)), hint)
