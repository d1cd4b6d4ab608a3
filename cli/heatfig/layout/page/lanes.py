"""Rows and columns of panels: what each is wide for, and where a grid begins in those that it lies over."""

from collections.abc import Sequence
from math import fsum  # as `sum`, which rounds otherwise since Python 3.12

from heatfig.runtime.deferred import dataclass

LITTLE = 0.15  # of a grid's size
Lane = tuple[float, float, float]  # the margin before grids, these, and the margin after them


@dataclass(frozen=True)
class Member:
    """A grid along one way of the page: its first lane, how many it spans, its size, the room beside it.

    In the `free` lanes after it no other stands where its room would reach.
    """

    first: int
    span: int
    size: float
    before: float
    after: float
    free: int = 0

    def inside(self, lanes: Sequence[Lane], gap: float) -> float:
        """The room for it from the first grid's edge to the last one's in its lanes."""
        own = lanes[self.first : self.first + self.span]
        return fsum(map(fsum, own)) + gap * (self.span - 1) - own[0][0] - own[-1][2]

    def aside(self, lanes: Sequence[Lane], gap: float) -> float:
        """How far in from the others of its first lane it begins: not at all where it fills several but for a little.

        Else it stands in their middle.
        """
        spare = self.inside(lanes, gap) - self.size
        return spare / 2 if self.span > 1 and spare > LITTLE * self.size else 0.0

    def start(self, lanes: Sequence[Lane], gap: float) -> float:
        """Where it begins."""
        return fsum(map(fsum, lanes[: self.first])) + gap * self.first + self.lead(lanes, gap)

    def lead(self, lanes: Sequence[Lane], gap: float) -> float:
        """How far before it its lanes begin."""
        return lanes[self.first][0] + self.aside(lanes, gap)


def lanes(members: Sequence[Member], count: int, gap: float) -> list[Lane]:
    """All lanes: first for grids in one alone, then for those over several, which part the others where they must."""
    found = [_lane([m for m in members if (m.first, m.span) == (number, 1)]) for number in range(count)]
    for member in sorted((m for m in members if m.span > 1), key=lambda m: m.span):
        lacking = max(0.0, member.size - member.inside(found, gap)) / (member.span - 1)
        last = member.first + member.span - 1
        for number in range(member.first, last):
            before, size, after = found[number]
            found[number] = before, size, after + lacking
        aside, spare = member.aside(found, gap), member.inside(found, gap) - member.size
        before, size, after = found[member.first]
        found[member.first] = max(before, member.before - aside), size, after
        if not member.free:
            before, size, after = found[last]
            found[last] = before, size, max(after, member.after - (spare - aside))
    for member in (m for m in members if m.free):
        _reaching(member, found, gap)
    return found


def _reaching(member: Member, found: list[Lane], gap: float) -> None:
    """Room for what stands after a grid in lanes that are free, in the last of these where it is longer."""
    end = member.first + member.span + member.free
    lacking = member.start(found, gap) + member.size + member.after - span(found[:end], gap)
    before, size, after = found[end - 1]
    found[end - 1] = before, size, after + max(0.0, lacking)


def span(found: Sequence[Lane], gap: float) -> float:
    """All lanes with their margins and gaps."""
    return fsum(map(fsum, found)) + gap * (len(found) - 1)


def _lane(members: Sequence[Member]) -> Lane:
    """What grids of different sizes need that begin together."""
    size = max((m.size for m in members), default=0.0)
    before = max((m.before for m in members), default=0.0)
    return before, size, max((0.0, *(m.after - (size - m.size) for m in members if not m.free)))
