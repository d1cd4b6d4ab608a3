"""Where figures appear: how wide pages and columns are there, and what is asked of texts in figures."""

from functools import cache
from pathlib import Path

from heatfig.runtime.deferred import dataclass

TABLE = Path(__file__).with_name("venues.csv")
TEX = 72 / 72.27  # the table has TeX's points, as classes print them
USUAL_TEXT = 8.0
_YES = {"no": False, "yes": True}
TITLE = 1.15  # how much larger the largest texts are than the others


@dataclass(frozen=True)
class Venue:
    """One line of the table; lengths in points, None where a venue says nothing of it."""

    name: str
    venue: str
    year: int
    column_width: float
    text_width: float
    text_height: float | None
    body_font: str
    body_size: float | None
    smallest_text: float | None
    largest_text: float | None
    thinnest_line: float | None
    thickest_line: float | None
    outlined: bool
    titles: bool
    figure_fonts: tuple[str, ...]  # any if empty
    patterns: bool
    colored_text: bool
    source: str

    @property
    def text_size(self) -> float:
        """The size of texts in figures: the usual one, unless that, or what is larger with it, breaks the rules."""
        size = max(USUAL_TEXT, self.smallest_text or 0.0)
        return size if self.largest_text is None else min(size, self.largest_text / TITLE // 0.5 * 0.5)


# Families that have the letters of another one, as wide as those, or were drawn after them.
SAME_AS = {
    "Arial": ("Arial", "Helvetica", "Liberation Sans", "Arimo", "Nimbus Sans", "TeX Gyre Heros"),
    "Times": (
        "Times",
        "Times New Roman",
        "STIXGeneral",
        "Liberation Serif",
        "Tinos",
        "Nimbus Roman",
        "TeX Gyre Termes",
    ),
    "Symbol": ("Symbol",),
}


@cache
def venues() -> dict[str, Venue]:
    """The table by name."""
    import csv

    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["name"]: _venue(row) for row in csv.DictReader(file)}


def _venue(row: dict[str, str]) -> Venue:
    def number(name: str, unit: float = 1.0) -> float | None:
        return float(row[name]) * unit if row[name] else None

    return Venue(
        name=row["name"],
        venue=row["venue"],
        year=int(row["year"]),
        column_width=float(row["column_width"]) * TEX,
        text_width=float(row["text_width"]) * TEX,
        text_height=number("text_height", TEX),
        body_font=row["body_font"],
        body_size=number("body_size"),
        smallest_text=number("smallest_text"),
        largest_text=number("largest_text"),
        thinnest_line=number("thinnest_line"),
        thickest_line=number("thickest_line"),
        outlined={"embedded": False, "outlined": True}[row["text"]],
        titles=_YES[row["titles"]],
        figure_fonts=tuple(filter(None, row["figure_fonts"].split("/"))),
        patterns=_YES[row["patterns"]],
        colored_text=_YES[row["colored_text"]],
        source=row["source"],
    )
