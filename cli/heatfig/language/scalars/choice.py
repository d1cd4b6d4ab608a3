"""One of what heatfig knows: truth values, its version, venues."""

from typing import Annotated

from heatfig.diagnostics import nearest
from heatfig.language.forms import Atom
from heatfig.language.nodes import Scalar
from heatfig.language.scalars.number import read_number
from heatfig.language.scalars.refusal import Refusal, written
from heatfig.language.venues import venues

VERSION = "2"


def _boolean(node: Scalar) -> bool:
    text = written(node, "true or false")
    if not text.plain or text not in {"true", "false"}:
        raise Refusal("wrong-type", f"expected true or false, got '{text}'")
    return text == "true"


def _version(node: Scalar) -> str:
    read_number(node)
    if node != VERSION:
        message = f"this heatfig reads version {VERSION} of the language, not {node}"
        raise Refusal("unknown-word", message, f"heatfig: {VERSION}; each key that has another name now is told")
    return VERSION


def _venue(node: Scalar) -> str:
    name = str(written(node, "a venue"))
    if name not in venues():
        raise Refusal(
            "unknown-word", f"no venue is named '{name}'", nearest(name, venues(), "") or "the reference lists them"
        )
    return name


_TRUTH = "`true` or `false`"

Boolean = Annotated[bool, Atom(_TRUTH, _TRUTH, _boolean, {"type": "boolean"})]
Version = Annotated[str, Atom(f"`{VERSION}`", f"`{VERSION}`", _version, {"const": int(VERSION)})]
VenueName = Annotated[str, Atom("venue", "venues", _venue, {"type": "string"})]
