"""How a text that is no score may be mended, by what it looks like."""

import re
from collections.abc import Sequence

from heatfig.diagnostics import closest

_COMMA = "declare decimal commas, with a separator other than the comma: scores: {file: …, decimal: ','}"
_EXTRACT = "transform: [{extract: {column: COLUMN, pattern: '{mean} ± {error}'}}]"
_PERCENT = "transform: [{extract: {column: COLUMN, pattern: '{percent}%'}}], with value: percent"
_FLAG = "numbers stand for it by transform: [{derive: {hit: {map: {'%s': 1, '%s': 0}, of: COLUMN}}}], with value: hit"
_PLAIN = "write it with a plain minus sign and the digits 0 to 9"
# The first that matches the whole text is told.
_WITH_POINTS: tuple[tuple[str, str], ...] = (
    (r"[-+]?[1-9][0-9]{0,2},[0-9]{3}", f"take the thousands separator out; or, if it is a decimal comma, {_COMMA}"),
    (r"[-+]?[0-9]{1,3}([,'’_\s][0-9]{3})+(\.[0-9]*)?", "take the thousands separators out"),
    (r"[-+]?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", f"take the points between thousands out, then {_COMMA}"),
    (r"[-+]?[0-9]+,[0-9]+([eE][-+]?[0-9]+)?", f"write a decimal point, or {_COMMA}"),
)
_WITH_COMMAS: tuple[tuple[str, str], ...] = (
    (r"[-+]?[0-9]{1,3}([.'’_\s][0-9]{3})+(,[0-9]*)?", "take the thousands separators out"),
    (r".*[0-9]\.[0-9].*", "the spec declares decimal commas: write a comma, or leave `decimal` out"),
)
_ALWAYS: tuple[tuple[str, str], ...] = (
    (r"[-+]?[0-9.,]+ ?%", f"write the number alone, as the format .0% shows 0.62 as 62%; or take it out by {_PERCENT}"),
    *((f"{yes}|{no}", _FLAG % (yes, no)) for yes, no in (("True", "False"), ("true", "false"), ("TRUE", "FALSE"))),
    (r"[-+]?[0-9]+(\.[0-9]*)?([eE]\+?[0-9]+)?", "the largest number is 1e300"),
    (r"0[xX][0-9a-fA-F]+", "write it in decimal digits"),
    (r"(?=.*\d)(?=.*[^\x00-\x7f])[-+−–\d.,٫]+", _PLAIN),
    (r"[-+]?[0-9.,]+ ?(±|\+-|\+/-|\()\s?[0-9.,]+\)?", f"two numbers are made of it by {_EXTRACT}"),
)


def hint_for(text: str, decimal: str, tokens: Sequence[str]) -> str:
    """What to do about a text in the place of a score."""
    if found := number_hint(text, decimal):
        return found
    written = text.replace("'", "''")
    token_hint = f"missing: {{tokens: {{'{written}': MEANING}}}}"
    if re.fullmatch(r"[-+]?(inf(inity)?|nan)", text, re.IGNORECASE):
        return f"leave the field empty, or say what it means: {token_hint}"
    near = closest(text, tokens)
    guess = f"did you mean the token '{near}'? " if near else ""
    return f"{guess}if it marks a missing score, say so: {token_hint}"


def number_hint(text: str, decimal: str) -> str:
    """What to do about a text that is nearly a number; nothing where it looks like none."""
    patterns = (*(_WITH_POINTS if decimal == "." else _WITH_COMMAS), *_ALWAYS)
    return next((hint for pattern, hint in patterns if re.fullmatch(pattern, text)), "")
