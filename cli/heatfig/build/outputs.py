"""What a run may write over: never what it reads, and with `--root` nothing that a link leads to outside."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.diagnostics import Place, Report, problem
from heatfig.runtime.files.find import SPEC_SUFFIXES, is_file
from heatfig.runtime.files.folded import folded
from heatfig.runtime.files.inside import leads_inside
from heatfig.runtime.formats import FORMATS
from heatfig.runtime.reason import reason
from heatfig.runtime.score_formats import SCORE_SUFFIXES

# How a report begins that an earlier run wrote.
_OWN = {"--junit": rb"<\?xml [^>]*>\s*<testsuite", "--depfile": rb"\S[^\n]*\.(png|pdf|svg): "}
_HEAD = 10_000
_TAKEN = (*SPEC_SUFFIXES, *SCORE_SUFFIXES, *(f".{form}" for form in FORMATS))


def check_reports(reports: dict[str, Path], jobs: Sequence[Job]) -> None:
    """Refuse to write a report, by its option, over another report or any file that is none."""
    found = Report()
    taken = {folded(_real(job.spec)): "is a spec of this call" for job in jobs}
    for option, path in reports.items():
        real = _real(path)
        named = "is named like a spec, a score file or a figure" if real.suffix.lower() in _TAKEN else None
        why = taken.get(folded(real), named) or _other_content(real, option)
        if why is not None:
            message = f"{option} would write over {real}, which {why}"
            found.add("not-an-output", message, Place(str(path)), "name another file, such as report.xml or figures.d")
        taken[folded(real)] = f"{option} names, too"
    found.check()


def _other_content(path: Path, option: str) -> str | None:
    """What is wrong with a file that is there and is no report; pipes and devices hold nothing to lose."""
    if not is_file(path):
        return None
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        return f"cannot be read: {reason(error)}"
    return None if not head or re.match(_OWN[option], head) else "holds something else"


def check_target(target: Path, job: Job, output: Path, root: Path | None) -> None:
    """Refuse to write a figure where a link leads to something else, or out of the folder that is allowed."""
    real = _real(target)
    if real == _real(job.spec) or real.suffix != target.suffix:
        message = f"leads to {real}, which is no {target.suffix[1:].upper()} of this spec"
        raise problem("not-an-output", message, Place(str(target)), "remove the link, or name another folder with -o")
    if root is not None and not leads_inside(str(target), within := allowed(output, root)):
        message = f"leads to {real}, outside {within}"
        raise problem("outside-root", message, Place(str(target)), "with --root no link is followed out of it")


def allowed(output: Path, root: Path) -> Path:
    """The folder that no output may leave: the root, or one outside of it that the caller has chosen."""
    below = Path(os.path.abspath(output)).is_relative_to(os.path.abspath(root))  # noqa: PTH100  # no link followed
    return root if below else output


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))
