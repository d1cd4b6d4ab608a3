"""Parts of texts as columns of their own."""

from itertools import pairwise
from typing import Annotated, Literal

from heatfig.language.forms import Atom
from heatfig.language.hints import key, record
from heatfig.language.nodes import Scalar
from heatfig.language.scalars import AnyColumn
from heatfig.language.scalars.refusal import Refusal, printable, written
from heatfig.language.scalars.text import LONGEST_PATTERN, TEXT_SCHEMA
from heatfig.runtime.captures import captures, parts_of


def _pattern(node: Scalar) -> str:
    """A pattern that captures something, nothing of it twice, and tells where each part ends."""
    if len(node) > LONGEST_PATTERN:
        raise Refusal("too-large", f"a pattern of {len(node):,} characters", f"at most {LONGEST_PATTERN}")
    text = printable(written(node, "a pattern"))
    parts = parts_of(text)
    names = [part for kind, part in parts if kind == "name"]
    if any(kind == "text" and part == "{" for kind, part in parts):
        raise Refusal(
            "bad-format", "a { that does not begin a {NAME}", r"a name is letters, digits and _; \{ is a brace"
        )
    if not names:
        raise Refusal("bad-format", f"'{text}' captures nothing", "{NAME} stands for what becomes a column")
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Refusal("bad-format", f"{{{twice}}} occurs twice", "a column of its own for each part")
    if any(one[0] == other[0] == "name" for one, other in pairwise(parts)):
        message = "nothing separates one part from the next"
        raise Refusal("bad-format", message, "write the text between them")
    return text


Captures = Annotated[str, Atom("pattern", "patterns", _pattern, TEXT_SCHEMA)]


@record(kind="extract")
class Extract:
    """Splits the texts of a column into parts, as new columns. A text that means missing is missing in each of them."""

    column: AnyColumn = key("column of the texts", examples=["model"])
    pattern: Captures = key(
        "how the texts are built: `{size}` captures the shortest text that fits, at least one character, as the "
        "column `size`; `*` stands for any characters, `?` for one; a backslash makes each literal",
        examples=["{series}-{size}", "{mean} ± {error}"],
    )
    missing: Literal["error", "keep"] = key(
        "what to do with a text that does not match: an `error`, or `keep` the row with its parts missing",
        default="error",
        examples=["keep"],
    )

    @property
    def new_columns(self) -> tuple[str, ...]:
        """The columns that it makes."""
        return captures(self.pattern)
