"""The reference of the language, written from its forms."""

from pathlib import Path

from heatfig.language.reference.sections import sections
from heatfig.language.reference.tables import section_table, venue_table
from heatfig.language.reference.wording import NOUNS, Wording

INTRODUCTION = Path(__file__).with_name("introduction.md")


def reference() -> str:
    """The whole reference, in Markdown."""
    listed = sections()
    links = {cls: section.link for section in listed for cls in section.records}
    wording = Wording(links, NOUNS)
    introduction = INTRODUCTION.read_text(encoding="utf-8")
    return "\n".join([introduction, *(section_table(section, wording) for section in listed), *venue_table()])
