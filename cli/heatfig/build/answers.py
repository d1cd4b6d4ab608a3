"""What a worker answers: bytes alone, which nobody has to unpickle, read by who does not trust it.

A worker is trusted with no more than pictures: the name of a format becomes part of that of a file.
"""

import json
from collections.abc import Sequence
from typing import get_args

from heatfig.build.fingerprint import is_whole
from heatfig.diagnostics.codes import Code
from heatfig.layout.problems import Misfit
from heatfig.runtime.deferred import dataclass

Answer = dict[str, bytes]  # files by format, or under one word why there are none
MOST = 1 << 30  # bytes of a file
MOST_OF_A_REASON = 1 << 20  # bytes of why there is none
_CODES: dict[str, Code] = {code: code for code in get_args(Code)}


@dataclass(frozen=True)
class Failure:
    """Why there are no files: what does not fit, or what else than the caller a worker draws with."""

    misfits: tuple[Misfit, ...] = ()
    other: str = ""


def encoded(failure: Failure) -> Answer:
    """Why there are no files, as it travels."""
    misfits = [(misfit.code, misfit.message, misfit.about, misfit.hint) for misfit in failure.misfits]
    return {"why": json.dumps([failure.other, misfits]).encode()}


def decoded(answer: object, forms: Sequence[str]) -> Answer | Failure:
    """Whole files in just these formats, or why there are none; raises ValueError for any other answer."""
    match answer:
        case {"why": bytes(text), **others} if not others and len(text) <= MOST_OF_A_REASON:
            return _failure(text)
        case dict() if answer.keys() == set(forms) and all(_is_file(answer[form], form) for form in forms):
            return answer
    raise ValueError("neither files nor why there are none")


def _is_file(content: object, form: str) -> bool:
    return isinstance(content, bytes) and len(content) <= MOST and is_whole(content, form)


def _failure(text: bytes) -> Failure:
    match json.loads(text):
        case [str(other), [*misfits]] if other or misfits:
            return Failure(tuple(map(_misfit, misfits)), other)
    raise ValueError("no reason")


def _misfit(found: object) -> Misfit:
    match found:
        case [str(code), str(message), [*about], str(hint)] if code in _CODES:
            steps = tuple(step for step in about if isinstance(step, str | int))
            return Misfit(_CODES[code], message, steps, hint)
    raise ValueError("no misfit")
