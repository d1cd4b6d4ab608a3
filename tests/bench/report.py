"""What was measured, as Markdown: a table a section, and the goals with what was reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A figure to reach: at most or at least `target`."""

    what: str
    value: float
    target: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.value >= self.target if self.at_least else self.value <= self.target

    def cells(self) -> list[str]:
        wanted = f"{'≥' if self.at_least else '≤'} {self.target:g}"
        return [self.what, f"{self.value:.2f}", wanted, "met" if self.met else "**not met**"]


@dataclass(frozen=True)
class Section:
    """One table, what is to be said of it, and the goals that it decides."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    goals: Sequence[Goal] = ()
    note: str = ""


def as_markdown(machine: str, sections: Sequence[Section]) -> str:
    goals = [goal.cells() for section in sections for goal in section.goals]
    parts = [f"Measured on {machine}. Medians of runs that take turns; × is the ratio to heatfig."]
    if goals:
        parts += ["### Goals", table(["goal", "measured", "wanted", ""], goals)]
    for section in sections:
        parts += [f"### {section.title}", *filter(None, [section.note]), table(section.head, section.rows)]
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def seconds(value: float) -> str:
    return f"{value:.3f} s" if value < 0.1 else f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def against(value: float, ours: float) -> str:
    """A time and its ratio to heatfig's."""
    return f"{seconds(value)} (× {value / ours:.2f})"
