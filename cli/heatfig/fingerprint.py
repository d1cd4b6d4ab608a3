"""What a figure was made from, carried in the figure itself and read back without parsing it.

A fingerprint is one line of text with no character that any of the formats would escape, put where
each format keeps texts about a file; reading it back is a search in the first and last kilobytes.
"""

import base64
import hashlib
import json
import os
import re
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from pathlib import Path

from heatfig import __version__

RENDERERS = ("matplotlib", "numpy", "pillow", "fonttools", "cmap")
_MARK = "heatfig-made-from:"
_FOUND = re.compile(rb"heatfig-made-from:([A-Za-z0-9_-]+=*);")
_REACH, _FAR_REACH, _MOST_SEARCHED = 4 * 1024, 64 * 1024, 64 * 1024 * 1024


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


def read_fingerprint(path: str | Path) -> Fingerprint | None:
    """The fingerprint that a file carries; None where there is no file, or none of ours."""
    try:
        # The bare system calls: a batch with nothing to do is little else than these reads.
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        found = _FOUND.search(os.read(descriptor, _REACH))
        if found is None:
            size = os.lseek(descriptor, 0, os.SEEK_END)
            os.lseek(descriptor, max(0, size - _FAR_REACH), os.SEEK_SET)
            found = _FOUND.search(os.read(descriptor, _FAR_REACH))
        if found is None and os.fstat(descriptor).st_size <= _MOST_SEARCHED:  # behind a description of many panels
            os.lseek(descriptor, 0, os.SEEK_SET)
            found = _FOUND.search(os.read(descriptor, _MOST_SEARCHED))
        return _decoded(found[1]) if found else None
    except OSError:
        return None
    finally:
        os.close(descriptor)


@lru_cache(maxsize=10)
def _decoded(text: bytes) -> Fingerprint | None:
    """The fingerprint of a line; that of a figure's PDF and SVG is the same."""
    try:
        data = json.loads(base64.urlsafe_b64decode(text))
        made = Fingerprint(**data | {"formats": tuple(data["formats"])})
    except (ValueError, TypeError, KeyError):
        return None
    tables = (made.versions, made.inputs, made.fonts)
    return made if all(isinstance(table, dict) for table in tables) else None


def content_hash(content: bytes) -> str:
    """SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


@cache
def file_hash(path: str) -> str | None:
    """SHA-256 of a file's content, read once a run; None where it cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123  # twice as quick as a Path, over thousands of files
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@cache
def current_versions() -> dict[str, str]:
    """Heatfig's own version and those of what draws for it."""
    found = _installed_versions()
    if not set(RENDERERS) <= found.keys():
        from importlib.metadata import version

        found |= {name: version(name) for name in RENDERERS}
    return {"heatfig": __version__} | {name: found[name] for name in RENDERERS}


def _installed_versions() -> dict[str, str]:
    """Versions by the names of packages' metadata folders, a tenth of the cost of reading what is in them."""
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError):
            for entry in os.listdir(folder):  # noqa: PTH208  # sys.path holds texts
                if entry.endswith(".dist-info"):
                    name, _, version = entry.removesuffix(".dist-info").partition("-")
                    found.setdefault(name.lower().replace("_", "-"), version)
    return found
