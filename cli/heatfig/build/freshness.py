"""Whether a figure is what rendering it again would give: by content, never by the clock."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.files import check_inside
from heatfig.fingerprint import Fingerprint, current_versions, file_hash, read_fingerprint
from heatfig.fonts import BUNDLED

ALL_FORMATS = ("png", "pdf", "svg")


@dataclass(frozen=True)
class State:
    """A figure's files as they stand: the fingerprints found, and why each file that is not fresh is not.

    `formats` are those that count; they are empty where only the spec can tell. Paths are plain texts, as a
    batch with nothing to do handles thousands of them.
    """

    job: Job
    found: dict[str, Fingerprint | None]
    stale: dict[str, str]
    formats: tuple[str, ...]

    def inputs(self) -> list[str]:
        """The spec and the score files that the figure was made from."""
        counting = self.formats or tuple(self.found)
        made = next((self.found[form] for form in counting if self.found.get(form) is not None), None)
        return [str(self.job.spec), *(_input(self.job, name) for name in (made.inputs if made else ()))]

    def renew_times(self) -> None:
        """Make files younger than what they were made from, so that make agrees that they are fresh."""
        youngest = max(os.stat(path).st_mtime_ns for path in self.inputs())  # noqa: PTH116  # see the class
        for form in self.formats:
            target = self.job.file(form)
            if os.stat(target).st_mtime_ns < youngest:  # noqa: PTH116  # see the class
                now = max(time.time_ns(), youngest)  # an input may be of tomorrow, where a clock was set back
                os.utime(target, ns=(now, now))


def examine(job: Job, formats: Sequence[str], dpi: int | None, root: Path | None = None) -> State:
    """Read each file of a figure once; raises Problems for an input outside `root`.

    Without `formats` those count that the spec asks for, which any file made from this very spec knows.
    """
    found = {form: read_fingerprint(job.file(form)) for form in formats or ALL_FORMATS}
    spec = file_hash(str(job.spec))
    known = next((made for made in found.values() if made is not None and made.spec == spec), None)
    counting = tuple(formats) or (known.formats if known is not None else ())
    if root is not None:
        for name in known.inputs if known is not None else ():
            check_inside(Path(_input(job, name)), root)
    reasons = {form: _reason(job, form, found[form], spec, dpi) for form in counting or ALL_FORMATS}
    return State(job, found, {form: reason for form, reason in reasons.items() if reason is not None}, counting)


def _reason(job: Job, form: str, made: Fingerprint | None, spec: str | None, dpi: int | None) -> str | None:
    if made is None:
        return "not drawn by this heatfig" if os.path.lexists(job.file(form)) else "missing"
    if made.spec != spec:
        return f"{job.spec} has changed"
    for name, version in current_versions().items():
        if made.versions.get(name) != version:
            return f"{name} was {made.versions.get(name)} and is {version}"
    for name, digest in made.inputs.items():
        if digest != file_hash(_input(job, name)):
            return f"{_input(job, name)} has changed"
    if form == "png" and made.dpi != (dpi or made.spec_dpi):
        return f"drawn at {made.dpi} dpi"
    for family, digest in made.fonts.items():
        if family not in BUNDLED and font_digest(family) != digest:
            return f"the font '{family}' has changed"
    return None


def _input(job: Job, name: str) -> str:
    return os.path.normpath(os.path.join(job.folder, name))  # noqa: PTH118  # see State


def font_digest(family: str) -> str | None:
    """SHA-256 of the files of a family's regular and bold faces; None for an unknown family."""
    from heatfig.fonts import FontError, font_path

    try:
        faces = [file_hash(str(font_path(family, bold))) for bold in (False, True)]
    except FontError:
        return None
    return "+".join(str(face)[:32] for face in faces)
