"""Rules of wide files: which of their columns name rows, which are cells, and what these are called."""

import re
from collections.abc import Iterator
from typing import assert_never

from heatfig.diagnostics.origin import Path
from heatfig.language.model.scores import AllBut, ScoreFile
from heatfig.language.rules import Rules

_TOKEN = re.compile(r"\{(\w+)\}")


def check_wide(file: ScoreFile, index: int, rules: Rules) -> None:
    """No column is two things, and patterns agree in what they stand for."""
    path = ("scores", index)
    taken: dict[str, str] = {}
    for name, at in _columns(file):
        if name in taken:
            message = f"'{name}' is already in `{taken[name]}`"
            rules.refuse("listed-twice", message, *path, *at, hint="a column is one thing: take one out")
        taken.setdefault(name, str(at[0]))
    if file.rows == () and rules.gives(*path, "rows"):
        hint = "leave it out for the first column, or write none to number the rows"
        rules.refuse("empty-list", "a list of nothing", *path, "rows", hint=hint)
    if file.row_names is not None and (file.rows is None or (file.header == "none" and not file.rows)):
        message = "rows that are numbered have no names"
        rules.refuse("contradiction", message, *path, "row_names", hint="leave it out, or name a column in `rows`")
    if isinstance(file.columns, dict):
        _check_measures(file, file.columns, path, rules)


def _columns(file: ScoreFile) -> Iterator[tuple[str, Path]]:
    """The columns of the file that are named, and where."""
    yield from ((name, ("rows", n)) for n, name in enumerate(file.rows or ()))
    yield from ((name, ("keep", n)) for n, name in enumerate(file.keep))
    match file.columns:
        case AllBut(leave_out=names):
            yield from ((name, ("columns", "not", n)) for n, name in enumerate(names))
        case tuple():
            yield from ((name, ("columns", n)) for n, name in enumerate(file.columns))
        case dict() | None:  # patterns of names
            pass
        case _:
            assert_never(file.columns)


def _check_measures(file: ScoreFile, measures: dict[str, str], path: tuple[str, int], rules: Rules) -> None:
    for key in ("names", "values"):
        if getattr(file, key) is not None:
            message = f"`{key}` names one column of cells, and `columns` names several"
            rules.refuse("contradiction", message, *path, key, hint=f"leave `{key}` out")
    first = set(_TOKEN.findall(next(iter(measures.values()), "")))
    for measure, pattern in measures.items():
        tokens = _TOKEN.findall(pattern)
        at = (*path, "columns", measure)
        if not tokens:
            hint = (
                f"such as {measure}: '{measure}_{{task}}', or a list of columns; all but some are {{not: [{pattern}]}}"
            )
            rules.refuse("contradiction", f"'{pattern}' holds no {{label}}", *at, hint=hint)
        elif set(tokens) != first or len(set(tokens)) < len(tokens):
            message = "each pattern holds the same labels, each once"
            rules.refuse("contradiction", message, *at, hint=", ".join(f"{{{token}}}" for token in sorted(first)))
