"""One problem and its place."""

from dataclasses import dataclass, field

from heatfig.diagnostics.codes import Code


@dataclass(frozen=True)
class Place:
    """A stretch of one line of a file; lines and columns count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0
    end: int = 0
    excerpt: str = field(default="", compare=False)
    unit: str = "line"  # what is counted; "row" in a file that has no lines

    def __str__(self) -> str:
        if self.unit != "line":
            return f"{self.file}:{self.unit} {self.line}"
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)

    def relative_to(self, here: "Place") -> str:
        """Where this line is, for a message that stands at another."""
        return f"on {self.unit} {self.line}" if self.file == here.file else f"in {self}"


@dataclass(frozen=True)
class Diagnostic:
    """One problem; `hint` is the mend and stands apart from the message."""

    code: Code
    message: str
    place: Place | None = None
    hint: str = ""
