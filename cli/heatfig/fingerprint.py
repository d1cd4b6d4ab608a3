"""What a figure was made from, carried in the figure itself and read back without parsing it.

A fingerprint is one line of text with no character that any of the formats would escape, put where
each format keeps texts about a file; reading it back is a search in the first and last kilobytes.
"""

import base64
import hashlib
import json
import re
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from heatfig import __version__

RENDERERS = ("matplotlib", "numpy", "pillow", "fonttools", "cmap")
_MARK = "heatfig-made-from:"
_FOUND = re.compile(rb"heatfig-made-from:([A-Za-z0-9_-]+=*);")
_REACH = 64 * 1024


@dataclass(frozen=True)
class Fingerprint:
    """The versions, the contents by SHA-256, and the settings that decide a file's bytes.

    `inputs` names the score files as the spec does, `fonts` the families that matplotlib does not bring along.
    `formats` and `spec_dpi` are what the spec asks for; `dpi` is what was drawn, 0 where it does not matter.
    """

    versions: dict[str, str]
    spec: str
    inputs: dict[str, str]
    fonts: dict[str, str]
    formats: tuple[str, ...]
    spec_dpi: int
    dpi: int

    def line(self) -> str:
        """The fingerprint as one line for a file to carry."""
        text = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return f"{_MARK}{base64.urlsafe_b64encode(text.encode()).decode()};"


def read_fingerprint(path: Path) -> Fingerprint | None:
    """The fingerprint that a file carries; None where there is no file, or none of ours."""
    try:
        with path.open("rb") as file:
            head = file.read(_REACH)
            size = file.seek(0, 2)
            file.seek(max(_REACH, size - _REACH))
            found = _FOUND.search(head + file.read())
        data = json.loads(base64.urlsafe_b64decode(found[1])) if found else None
        return Fingerprint(**data | {"formats": tuple(data["formats"])}) if data else None
    except (OSError, ValueError, TypeError, KeyError):
        return None


def content_hash(content: bytes) -> str:
    """SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@cache
def file_hash(path: Path) -> str | None:
    """SHA-256 of a file's content, read once a run; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@cache
def current_versions() -> dict[str, str]:
    """Heatfig's own version and those of what draws for it."""
    from importlib.metadata import version

    return {"heatfig": __version__} | {name: version(name) for name in RENDERERS}
