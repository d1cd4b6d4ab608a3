"""Why a text is no value of its place."""

from heatfig.diagnostics.codes import Code
from heatfig.language.nodes import Scalar, is_nothing
from heatfig.runtime.text import CONTROL


class Refusal(Exception):
    """Why a text is no value of its place, and its mend."""

    def __init__(self, code: Code, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def written(node: Scalar, wanted: str) -> Scalar:
    """The scalar itself, refused where nothing was written."""
    if is_nothing(node):
        hint = "leave its key out too; # begins a comment unless it stands in quotes"
        raise Refusal("wrong-type", f"expected {wanted}, got nothing", hint)
    return node


def printable(text: str) -> str:
    """The text, refused if it holds a control character other than a tab or a newline."""
    found = CONTROL.search(text)
    if found:
        message = f"the text holds the control character U+{ord(found.group()):04X}"
        raise Refusal("control-character", message, "take it out; in double quotes a backslash is written twice")
    return text
