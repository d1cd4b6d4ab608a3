"""Predicates: of which rows of a frame they hold."""

import re
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from oracle.numerals import instant, value_of, values_of
from oracle.spec import Spec, listed

Column: TypeAlias = Any  # what its stubs say of pandas is less than it does
TRUE, FALSE = {"true", "1", "yes"}, {"false", "0", "no", ""}


def holds(asked: Spec | list[Spec], frame: pd.DataFrame) -> Column:
    """The rows of which all keys of a predicate hold, or of a list any."""
    found = [_all_of(each, frame) for each in listed(asked)]
    return pd.Series(np.logical_or.reduce(found), frame.index)


def _all_of(asked: Spec, frame: pd.DataFrame) -> Column:
    flags = [_of_column(said, frame[column], frame) for column, said in asked.items()]
    return pd.Series(np.logical_and.reduce([np.ones(len(frame), bool), *flags]), frame.index)


def _of_column(said: object, column: Column, frame: pd.DataFrame) -> Column:
    if not isinstance(said, dict):
        return _among(column, listed(said))
    found = pd.Series(True, column.index)
    for word, limit in said.items():
        found &= _by_word(word, limit, column, frame, frame.attrs.get("dates", {}).get(column.name))
    return found


def _by_word(word: str, limit: str, column: Column, frame: pd.DataFrame, form: str | None) -> Column:
    numbers = values_of(column)
    bound = value_of(limit) if isinstance(limit, str) else np.nan
    if word in {"min", "max", "above", "below"} and np.isnan(bound):
        numbers, bound = column.map(lambda text: instant(text, form)), instant(limit, None)
    match word:
        case "not":
            return ~_among(column, listed(limit))
        case "matches":
            return column.str.fullmatch("|".join(map(pattern, listed(limit))))
        case "same":
            return column == frame[limit]
        case "min":
            return numbers >= bound
        case "max":
            return numbers <= bound
        case "above":
            return numbers > bound
        case "below":
            return numbers < bound
    raise AssertionError(f"no word of a predicate: {word}")


def _among(column: Column, texts: list[str]) -> Column:
    flags = {"true", "false"} & {text.casefold() for text in texts}
    return column.str.casefold().isin([text.casefold() for text in texts]) if flags else column.isin(texts)


def pattern(text: str) -> str:
    """`*` and `?` as a regular expression, literal behind a backslash."""
    signs = re.findall(r"\\.|.", text, re.DOTALL)
    return "".join({"*": ".*", "?": "."}.get(sign, re.escape(sign[-1])) for sign in signs)
