"""Whether a figure is what rendering it again would give: by content, never by the clock."""

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from heatfig.build.batch import Job
from heatfig.build.fingerprint import Fingerprint, current_versions, read_fingerprint
from heatfig.build.names import NAMES, names_of
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.find import exists
from heatfig.runtime.files.glance import file_hash
from heatfig.runtime.files.inside import check_inside, leads_inside
from heatfig.runtime.files.times import renew_times
from heatfig.runtime.fonts import BUNDLED
from heatfig.runtime.formats import FORMATS, IN_PIXELS
from heatfig.runtime.text import MOST_OF_A_SPEC


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

    def renew_times(self) -> None:
        """Make what is fresh younger than what it was made from; raises Problems where that is not allowed."""
        fresh = [form for form in self.formats if form not in self.stale]
        if fresh:
            renew_times(map(self.job.file, fresh), inputs_of(self.job, [self.found[form] for form in fresh]))


def examine(
    job: Job, formats: Sequence[str], dpi: int | None, root: Path | None = None, within: Path | None = None
) -> State:
    """Read each file of a figure that lies `within` a folder once; raises Problems for a spec outside `root`.

    Without `formats` those count that the spec asks for, which any file made from this very spec knows. A file that
    says it was made from what lies outside is stale: anybody may have written it.
    """
    check_inside(job.spec, root)
    found = fingerprints(job, formats, within)
    spec = file_hash(str(job.spec), MOST_OF_A_SPEC, root)
    known = [made for made in found.values() if made is not None and made.spec == spec]
    counting = tuple(formats) or (known[0].formats if known else ())
    reasons = {form: _reason(job, form, found[form], spec, dpi, root) for form in counting or FORMATS}
    return State(job, found, {form: reason for form, reason in reasons.items() if reason is not None}, counting)


def fingerprints(job: Job, formats: Sequence[str], within: Path | None) -> dict[str, Fingerprint | None]:
    """What the files of a figure say of themselves, in the formats named or else in all."""
    return {form: read_fingerprint(job.file(form), within) for form in formats or FORMATS}


def inputs_of(job: Job, made: Sequence[Fingerprint | None]) -> list[str]:
    """The spec and the score files that files of a figure were made from."""
    names: dict[str, str] = {}
    for one in made:
        if one is not None:
            names |= one.inputs
    return [str(job.spec), *(_input(job, name) for name, content in names.items() if not content.startswith(NAMES))]


def _reason(
    job: Job, form: str, made: Fingerprint | None, spec: str | None, dpi: int | None, root: Path | None
) -> str | None:
    if made is None:
        return "no whole figure of this heatfig" if exists(job.file(form)) else "missing"
    if made.spec != spec:
        return f"{job.spec} has changed"
    if made.versions != current_versions():
        for name, version in current_versions().items():
            if made.versions.get(name) != version:
                return f"{name} was {made.versions.get(name)} and is {version}"
    for name, digest in made.inputs.items():
        if (reason := _changed(job, name, digest, root)) is not None:
            return reason
    if form in IN_PIXELS and made.dpi != (dpi or made.spec_dpi):
        return f"drawn at {made.dpi} dpi"
    for family, digest in made.fonts.items():
        if family not in BUNDLED and font_digest(family) != digest:
            return f"the font '{family}' has changed"
    return None


def _changed(job: Job, name: str, digest: str, root: Path | None) -> str | None:
    """Why a file, or what a pattern finds, is not what it was."""
    path = _input(job, name)
    if root is not None and not leads_inside(path, root):
        return f"{path} lies outside {root}"
    if digest.startswith(NAMES):
        return None if digest == names_of(name, Path(job.folder), root) else f"other files than before match {name}"
    now = file_hash(path, root=root)
    return None if digest == now else f"{path} {'has changed' if now else 'cannot be read'}"


def _input(job: Job, name: str) -> str:
    return _joined(job.folder, name)


@lru_cache(maxsize=100)
def _joined(folder: str, name: str) -> str:
    return os.path.normpath(os.path.join(folder, name))  # noqa: PTH118  # see State


def font_digest(family: str) -> str | None:
    """SHA-256 of the files of a family's regular and bold faces; None for an unknown family."""
    from heatfig.runtime.fonts import FontError, font_path

    try:
        faces = [file_hash(str(font_path(family, bold))) for bold in (False, True)]
    except FontError:
        return None
    return "+".join(str(face)[:32] for face in faces)
