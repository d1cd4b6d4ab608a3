"""What a figure was made from, carried in the figure itself and read back without parsing it.

A fingerprint is one line of text with no character that any of the formats would escape, put where
each format keeps texts about a file, and where no text of a figure can stand; reading it back is a
search in the first and last kilobytes. A file that does not end as its format does was cut short.
"""

import base64
import hashlib
import json
import re
import sys
from dataclasses import asdict
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from heatfig import __version__
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.glance import glances
from heatfig.runtime.files.inside import names_in
from heatfig.runtime.formats import AROUND_FINGERPRINT, FORMATS

# What draws. Not scipy and pandas: what they give, orders of clusters and numbers of texts, is the same by what they
# promise, and a new version of theirs need not make all figures stale.
RENDERERS = ("matplotlib", "numpy", "pillow", "fonttools", "cmap", "font-source-sans-pro")
_FORMATS = frozenset(FORMATS)
_MARK = "heatfig-made-from:"
_MARK_BYTES = _MARK.encode()
_LINE = _MARK_BYTES + b"([A-Za-z0-9_-]+=*);"
_FOUND = {form: re.compile(before + _LINE) for form, (before, _) in AROUND_FINGERPRINT.items()}
_BEFORE, _END = 16, 16  # bytes, more than these take
_REACH, _MOST_SEARCHED = 4 * 1024, 64 * 1024 * 1024
_END_READ = {"png": _END, "pdf": 64 * 1024, "svg": _END}  # a PDF carries it there


@dataclass(frozen=True)
class Fingerprint:
    """The versions, the contents by SHA-256, and the settings that decide a file's bytes.

    `inputs` names the score files as the spec does, `fonts` the families that do not come along.
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


def read_fingerprint(path: str, root: Path | None = None) -> Fingerprint | None:
    """The fingerprint that a figure in `root` carries; None where it is none of ours, or was cut short."""
    form = path.rpartition(".")[2]
    parts = glances(path, _END_READ[form], _REACH, _MOST_SEARCHED, root)
    end = next(parts, b"")
    if not is_whole(end, form):
        return None
    # It stands first in most files, last in a PDF, and behind a description of many panels.
    for part in chain((end,), parts):
        at = part.find(_MARK_BYTES)  # a fourth of the price of the expression over all of it
        found = _FOUND[form].search(part, max(0, at - _BEFORE)) if at >= 0 else None
        if found is not None:
            return _decoded(found[1])
    return None


def is_whole(content: object, form: str) -> bool:
    """Whether a content, of which the last bytes are enough, ends as a file in this format does."""
    return isinstance(content, bytes) and content.endswith(AROUND_FINGERPRINT[form][1])


@lru_cache(maxsize=10)
def _decoded(text: bytes) -> Fingerprint | None:
    """The fingerprint of a line; that of a figure's PDF and SVG is the same."""
    try:
        # The dots per inch come first, as the keys are sorted, and are all in which the PNG differs from these.
        dpi, _, rest = base64.urlsafe_b64decode(text).decode().partition(",")
        return Fingerprint(**_shared(rest), dpi=int(dpi.removeprefix('{"dpi":')))
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


@lru_cache(maxsize=10)
def _shared(rest: str) -> dict[str, Any]:
    """What the files of one figure have in common; raises an error for what cannot be a fingerprint."""
    data: dict[str, Any] = json.loads(f"{{{rest}")
    data["formats"] = tuple(data["formats"])
    known = _FORMATS.issuperset(data["formats"])  # another heatfig's file may name others
    if not known or not all(_holds_texts(data[table]) for table in ("versions", "inputs", "fonts")):
        raise ValueError(rest)
    return data


def _holds_texts(table: object) -> bool:
    return isinstance(table, dict) and all(isinstance(value, str) for value in table.values())


def content_hash(content: bytes) -> str:
    """SHA-256 of a content, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


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
        for entry in names_in(folder):
            if entry.endswith(".dist-info"):
                name, _, version = entry.removesuffix(".dist-info").partition("-")
                found.setdefault(name.lower().replace("_", "-"), version)
    return found
