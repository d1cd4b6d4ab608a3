"""Which figures a call names, and where each goes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heatfig.diagnostics import Place, Report
from heatfig.files import spec_files


@dataclass(frozen=True)
class Job:
    """One spec and the path of its figure, still without a suffix."""

    spec: Path
    stem: Path

    def target(self, form: str) -> Path:
        """The file for one format."""
        return self.stem.with_name(f"{self.stem.name}.{form}")


def jobs_for(specs: Sequence[Path], output: Path) -> list[Job]:
    """A job for each spec named or found in a folder named; raises Problems where two would write one file."""
    report = Report()
    jobs: dict[Path, Job] = {}
    for named in specs:
        found = list(spec_files(named))
        if not found:
            report.add("no-specs", f"no specs in the folder {named}", Place(str(named)), "a spec ends in .yaml or .yml")
        for path, folder in found:
            job = Job(path, output / folder / path.stem)
            other = jobs.setdefault(job.stem, job)
            if other.spec.absolute() != path.absolute():
                message = f"{path} and {other.spec} would both write {job.stem}.*"
                report.add(
                    "same-output", message, Place(str(path)), "rename one, or render them into different folders"
                )
    report.check()
    return list(jobs.values())
