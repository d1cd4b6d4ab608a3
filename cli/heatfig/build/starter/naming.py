"""How a spec names score files: by a pattern where several differ in parts of their names alone."""

import itertools
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from string import ascii_letters

from heatfig.runtime.deferred import dataclass
from heatfig.runtime.files.patterns import matches

REPEAT = "run"  # what a number behind several names is called
_NUMBERED = re.compile(r"(?P<name>.*[^\d])(?P<gap>[-_.])(?P<number>\d+)")
_SPECIAL = re.compile(r"[*?{}\\]")


@dataclass(frozen=True)
class Named:
    """The names or the pattern of files as the spec has them, and what the pattern captures of each."""

    names: tuple[str, ...]
    captured: tuple[dict[str, str], ...]


def named(files: Sequence[Path], folder: Path) -> Named:
    """The files as a spec in `folder` names them."""
    names = [Path(os.path.relpath(file, folder)).as_posix() for file in files]
    pattern = _pattern(names) if len(names) > 1 else None
    found = [] if pattern is None else matches(folder, pattern)
    by_name = {one.name: dict(one.captured) for one in found}
    if pattern is not None and by_name.keys() == set(names):
        return Named((pattern,), tuple(by_name[name] for name in names))
    return Named(tuple(_SPECIAL.sub(r"\\\g<0>", name) for name in names), ({},) * len(names))


def _pattern(names: Sequence[str]) -> str | None:
    """One pattern for names of equally many parts."""
    parts = [name.split("/") for name in names]
    if len({len(steps) for steps in parts}) > 1:
        return None
    return "/".join(_steps([*map(tuple, zip(*parts, strict=True))]))


def _steps(steps: Sequence[tuple[str, ...]]) -> Iterator[str]:
    taken = 0
    for step in steps:
        if len(set(step)) == 1:
            yield _SPECIAL.sub(r"\\\g<0>", step[0])
            continue
        taken += 1
        before = _whole(_common(step), step).rstrip("0123456789")
        turned = [text[len(before) :][::-1] for text in step]
        after = _whole(_common(turned), turned, str.isalnum)[::-1].lstrip("0123456789")
        gap = _gap([text[len(before) : len(text) - len(after)] for text in step])
        yield f"{before}{{{_name(before, taken)}}}" + (f"{gap}{{{REPEAT}}}" if gap else "") + after


def _gap(texts: Sequence[str]) -> str | None:
    """What stands between names, some of which are there several times, and the number behind each."""
    parted = [_NUMBERED.fullmatch(text) for text in texts]
    names, gaps = ({found[part] for found in parted if found} for part in ("name", "gap"))
    return gaps.pop() if None not in parted and len(gaps) == 1 and len(names) < len(texts) else None


def _common(texts: Sequence[str]) -> str:
    """The beginning that texts have in common."""
    alike = itertools.takewhile(lambda letters: len(set(letters)) == 1, zip(*texts, strict=False))
    return "".join(letters[0] for letters in alike)


def _whole(common: str, texts: Sequence[str], in_word: Callable[[str], bool] = str.isalpha) -> str:
    """What texts have in common but for the letters of a word that goes on in some of them."""
    goes_on = any(in_word(text[len(common) : len(common) + 1]) for text in texts)
    return common.rstrip(ascii_letters) if goes_on else common


def _name(before: str, taken: int) -> str:
    """What stands before the part that differs, as `step` in step1000, else a number."""
    word = re.search(r"([^\W\d_]+)[-_.=]?$", before)
    return word[1] if word else f"part_{taken}"
