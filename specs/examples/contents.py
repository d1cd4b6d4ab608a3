"""Prints the page of the examples, found by what one wants to do: `python specs/examples/contents.py`.

The first line of an example is a comment, `# TOPIC: what it shows`.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
TOPICS = (
    "From files to the grid",
    "Rows and columns",
    "Colours",
    "In the cells",
    "Beside the grid",
    "Panels and page",
)
HEAD = """# Examples

Each example is a whole spec with the picture that `heatfig render` draws from it. The score files lie beside the
specs in this folder. The [reference](../README.md) says what every key means, and which keys
[stand for those of seaborn, matplotlib and pandas](../README.md#from-seaborn-matplotlib-and-pandas).
"""


@dataclass(frozen=True)
class Example:
    """A spec, its topic, and what it shows."""

    path: Path
    topic: str
    title: str
    text: str


def examples() -> list[Example]:
    """All examples of the folder by their titles; raises ValueError for one without a topic of the list."""
    return sorted(map(_read, FOLDER.glob("*.yaml")), key=lambda example: example.title)


def _read(path: Path) -> Example:
    first, _, text = path.read_text(encoding="utf-8").partition("\n")
    topic, colon, title = first.removeprefix("# ").partition(": ")
    if topic not in TOPICS or not colon:
        raise ValueError(f"{path.name} begins with '{first}', not with '# TOPIC: what it shows'; topics are {TOPICS}")
    return Example(path, topic, title[0].upper() + title[1:], text.strip())


def page() -> str:
    """The page in Markdown: a list of all titles by topic, then the examples."""
    found = [(topic, [one for one in examples() if one.topic == topic]) for topic in TOPICS]
    listed = [line for topic, members in found for line in _listed(topic, members)]
    shown = [line for topic, members in found for line in _shown(topic, members)]
    return "\n".join([HEAD, *listed, "", *shown])


def _listed(topic: str, members: list[Example]) -> Iterator[str]:
    if members:
        yield f"- **{topic}**"
        yield from (f"  - [{one.title}](#{one.path.stem})" for one in members)


def _shown(topic: str, members: list[Example]) -> Iterator[str]:
    if members:
        yield f"## {topic}\n"
    for one in members:
        yield f'### <a id="{one.path.stem}"></a>{one.title}\n'
        yield f"```yaml\n{one.text}\n```\n"
        yield f"![{one.title}](../images/examples/{one.path.stem}.png)\n"


if __name__ == "__main__":
    sys.stdout.buffer.write(page().encode())
