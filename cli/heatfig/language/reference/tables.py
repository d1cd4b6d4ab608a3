"""The tables of the reference, in Markdown."""

from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from heatfig.language.forms import Key
from heatfig.language.hints import keys_of
from heatfig.language.plain import plain
from heatfig.language.reference.sections import Section
from heatfig.language.reference.wording import NOUNS, Wording
from heatfig.language.venues import Venue, venues


def section_table(section: Section, wording: Wording) -> str:
    """One section: what its records mean, and a row for each key, with examples written as in a spec."""
    lines = [f"### {section.title}", "", *_about(section, wording)]
    lines += ["| key | type | default | meaning | example |", "|---|---|---|---|---|"]
    for key in section.keys:
        examples = "<br>".join(f"`{key.name}: {_yaml(example)}`" for example in key.examples)
        lines.append(_line((f"`{key.name}`", wording.in_words(key.form), _default(key), key.meaning, examples)))
    return "\n".join([*lines, ""])


def _about(section: Section, wording: Wording) -> Iterator[str]:
    """What the records of a section mean; of several, each beside the keys that tell it from the others."""
    for noun in NOUNS:
        if noun.meaning and noun.link == section.link:
            yield from (noun.meaning + wording.kinds_of(noun.form), "")
    meanings: dict[str, list[str]] = {}
    for cls in section.records:
        meanings.setdefault(_told_by(cls), []).append(" ".join((cls.__doc__ or "").split()))
    for keys, texts in meanings.items():
        yield f"- {keys}: {' '.join(texts)}" if len(section.records) > 1 else texts[0]
    yield ""


def _told_by(cls: type[Any]) -> str:
    """The keys by which one tells a record from others at the same place: the required one, or else any."""
    keys = keys_of(cls).values()
    required = [key.name for key in keys if key.required][:1]
    return ", ".join(f"`{name}`" for name in required or [key.name for key in keys])


def _default(key: Key) -> str:
    if key.required:
        return "required"
    value = plain(key.default, key.form)
    return "—" if value is None or value in ([], {}) else f"`{_yaml(value)}`"


def _yaml(value: Any) -> str:
    """A value as one writes it on the line of its key, be that within braces."""
    text = yaml.safe_dump([value], default_flow_style=True, sort_keys=False, allow_unicode=True, width=10**6)
    return text.strip().removeprefix("[").removesuffix("]")


def venue_table() -> Iterator[str]:
    """The table of venues, in millimetres and points."""
    yield "## Venues\n"
    yield "`venue: NAME` lets `size` name these widths, as `columnwidth` and `textwidth`, sets the size of texts"
    yield "in figures, and makes it an error to break the rules that are listed.\n"
    yield "| `venue` | | column | text | texts in figures | in a PDF | titles | body | source |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, venue in venues().items():
        yield _line((f"`{name}`", *_cells(venue))).replace("<", "&lt;")
    yield ""


def _cells(venue: Venue) -> Iterator[str]:
    """What the table says of a venue."""
    yield f"{venue.venue} {venue.year}"
    for width in (venue.column_width, venue.text_width):
        yield f"{width / 72 * 25.4:.1f} mm"
    yield ", ".join(filter(None, (f"{venue.text_size:g} pt", *_bounds(venue))))
    yield "outlines" if venue.outlined else "embedded"
    yield "" if venue.titles else "none"
    yield " ".join(filter(None, (venue.body_font, f"{venue.body_size:g} pt" if venue.body_size else "")))
    yield venue.source


def _bounds(venue: Venue) -> Iterator[str]:
    """What is asked of texts in figures, empty where nothing is."""
    yield f"at least {venue.smallest_text:g}" if venue.smallest_text else ""
    yield f"at most {venue.largest_text:g}" if venue.largest_text else ""
    yield f"in {' or '.join(venue.figure_fonts)}" if venue.figure_fonts else ""
    yield "" if venue.colored_text else "not in colour"
    yield "" if venue.patterns else "no hatches"


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", r"\|").replace("\n", "<br>") for cell in cells) + " |"
