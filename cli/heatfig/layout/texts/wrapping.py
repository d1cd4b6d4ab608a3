"""Texts whose lines break between words where there is less room than they take."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from heatfig.layout.texts.block import Block, block
from heatfig.layout.texts.typeface import Typeface
from heatfig.plan.text import Text

EVEN = 0.5  # to how many points lines are made of like length
# A number stays with the unit behind it.
_WORD = re.compile(r"[−+±]?\d[\d.,]* [^\W\d]{1,3}(?!\S)|(?:\$[^$]*\$|\S)+")


def wrapped(face: Typeface, text: Text, size: float, room: float) -> Block:
    """Measure a text whose lines break between words where they are longer than the room, to lines of like length."""
    found = block(face, text, size)
    if found.width <= room:
        return found
    room = _narrowest(face, text, size, room, len(_broken(face, text, size, room)))
    return _set(face, text, size, room)


def in_lines(face: Typeface, texts: Sequence[Text], size: float, most: int) -> list[Block]:
    """Measure texts whose lines break between words in the least room in which none has more lines than `most`."""
    room = 0.0
    for text in texts:
        width, least = block(face, text, size).width, max(most, text.content.count("\n") + 1)
        if width > room:
            room = max(room, _narrowest(face, text, size, width, least))
    return [_set(face, text, size, room) for text in texts]


def _narrowest(face: Typeface, text: Text, size: float, room: float, most: int) -> float:
    """The least room, up to one that is enough, in which a text has no more lines."""
    too_narrow = 0.0
    while room - too_narrow > EVEN:
        middle = (room + too_narrow) / 2
        if len(_broken(face, text, size, middle)) > most:
            too_narrow = middle
        else:
            room = middle
    return max(room, longest_word(face, text, size))


def _set(face: Typeface, text: Text, size: float, room: float) -> Block:
    """The text as it stands where it fits, else broken."""
    found = block(face, text, size)
    if found.width <= room + 1e-6:
        return found
    return block(face, replace(text, content="\n".join(_broken(face, text, size, room))), size)


def longest_word(face: Typeface, text: Text, size: float) -> float:
    """The least room that a text needs."""
    words = (block(face, replace(text, content=word), size).width for word in _WORD.findall(text.content))
    return max(words, default=0.0)


def _broken(face: Typeface, text: Text, size: float, room: float) -> list[str]:
    """The lines of a text, each with as many words as there is room for."""

    def fits(words: Sequence[str]) -> bool:
        return block(face, replace(text, content=" ".join(words)), size).width <= room + 1e-6

    def fitting(words: Sequence[str]) -> int:
        return _fitting(lambda number: fits(words[:number]), len(words))

    lines: list[str] = []
    for line in text.content.split("\n"):
        left = _WORD.findall(line)
        while len(left) > 1 and not fits(left):
            count = fitting(left)
            lines.append(" ".join(left[:count]))
            left = left[count:]
        lines.append(" ".join(left))
    return lines


def _fitting(fits: Callable[[int], bool], count: int) -> int:
    """How many of words that do not all fit do, one at least; of a long text few lines are measured that are longer."""
    least = 1
    while 2 * least < count and fits(2 * least):
        least *= 2
    further = range(least + 1, min(2 * least, count))
    return least + bisect_left(further, True, key=lambda number: not fits(number))
