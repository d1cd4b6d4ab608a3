"""Whether a figure is what rendering it again would give: by content, never by the clock."""

import os
from collections.abc import Sequence
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.files import check_inside
from heatfig.fingerprint import Fingerprint, current_versions, file_hash, read_fingerprint
from heatfig.fonts import BUNDLED

ALL_FORMATS = ("png", "pdf", "svg")


def stale(job: Job, formats: Sequence[str], dpi: int | None, root: Path | None = None) -> dict[Path, str]:
    """Each file of a figure that is not fresh, and why; files are fresh if they are not in it.

    Without `formats` those count that the spec asks for, which any fresh file of the figure knows.
    """
    found = {form: read_fingerprint(job.target(form)) for form in formats or ALL_FORMATS}
    spec = file_hash(job.spec)
    known = next((print_ for print_ in found.values() if print_ is not None and print_.spec == spec), None)
    wanted = formats or (known.formats if known is not None else ALL_FORMATS)
    reasons = {job.target(form): _reason(job, form, found.get(form), dpi, root) for form in wanted}
    return {target: reason for target, reason in reasons.items() if reason is not None}


def inputs(job: Job, print_: Fingerprint) -> list[Path]:
    """The spec and the score files that a figure was made from."""
    return [job.spec, *(Path(os.path.normpath(job.spec.parent / name)) for name in print_.inputs)]


def renew_time(job: Job, formats: Sequence[str]) -> None:
    """Make fresh files younger than what they were made from, so that make agrees that they are."""
    for form in formats or ALL_FORMATS:
        target = job.target(form)
        print_ = read_fingerprint(target)
        if print_ is not None:
            youngest = max(path.stat().st_mtime_ns for path in inputs(job, print_))
            if target.stat().st_mtime_ns < youngest:
                os.utime(target)


def _reason(job: Job, form: str, print_: Fingerprint | None, dpi: int | None, root: Path | None) -> str | None:
    if print_ is None:
        return "missing" if not job.target(form).exists() else "not drawn by this heatfig"
    if print_.spec != file_hash(job.spec):
        return f"{job.spec} has changed"
    for name, version in current_versions().items():
        if print_.versions.get(name) != version:
            return f"{name} was {print_.versions.get(name)} and is {version}"
    for name, path in zip(print_.inputs, inputs(job, print_)[1:], strict=True):
        check_inside(path, root)
        if print_.inputs[name] != file_hash(path):
            return f"{path} has changed"
    if form == "png" and print_.dpi != (dpi or print_.spec_dpi):
        return f"drawn at {print_.dpi} dpi"
    return _font_reason(print_)


def _font_reason(print_: Fingerprint) -> str | None:
    for family, digest in print_.fonts.items():
        if family not in BUNDLED and font_digest(family) != digest:
            return f"the font '{family}' has changed"
    return None


def font_digest(family: str) -> str | None:
    """SHA-256 of the files of a family's regular and bold faces; None for an unknown family."""
    from heatfig.fonts import FontError, font_path

    try:
        faces = [file_hash(Path(str(font_path(family, bold)))) for bold in (False, True)]
    except FontError:
        return None
    return "+".join(str(face)[:32] for face in faces)
