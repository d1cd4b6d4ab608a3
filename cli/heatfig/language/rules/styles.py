"""Rules of styles, wherever they stand."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from typing import Any

from heatfig.diagnostics.origin import Path
from heatfig.language.hints import keys_of
from heatfig.language.model.style import AxisTitle, LabelStyle, Style
from heatfig.language.rules import Rules

MOST_POINTS = 200


def check_styles(record: Any, rules: Rules) -> None:
    """The rules of every style in a record."""
    for path, style in styles_in(record):
        if style.size is not None and not 1 <= style.size <= MOST_POINTS:
            rules.refuse("out-of-bounds", "the size is out of bounds", *path, "size", hint="from 1 to 200 points")
        if isinstance(style, AxisTitle):
            check_wrap(style.wrap, rules, (*path, "wrap"))


def check_wrap(wrap: int | None, rules: Rules, path: Path) -> None:
    """Lines hold something."""
    if wrap is not None and wrap < 1:
        rules.refuse("out-of-bounds", f"no line has {wrap} characters", *path, hint="1 or more, such as 20")


def styles_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, Style | LabelStyle]]:
    """Every style in a record of the language, a list of them or a mapping, and where it stands."""
    if isinstance(value, Style | LabelStyle):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from styles_in(item, (*path, index))
    elif isinstance(value, dict):
        for name, inside in value.items():
            yield from styles_in(inside, (*path, str(name)))
    elif is_dataclass(value) and hasattr(value, "KIND"):
        for key in keys_of(type(value)).values():
            yield from styles_in(getattr(value, key.attribute), (*path, key.name))
