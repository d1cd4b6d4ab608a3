"""Texts whose lines break between words where there is less room than they take."""

import re
from dataclasses import replace

from heatfig.layout.block import Block, block
from heatfig.layout.typeface import Typeface
from heatfig.plan.text import Text

EVEN = 0.5  # to how many points lines are made of like length
_WORD = re.compile(r"(?:\$[^$]*\$|\S)+")


def wrapped(face: Typeface, text: Text, size: float, room: float) -> Block:
    """Measure a text whose lines break between words where they are longer than the room, to lines of like length."""
    found = block(face, text, size)
    if found.width <= room:
        return found
    fewest, too_narrow = len(_broken(face, text, size, room)), 0.0
    while room - too_narrow > EVEN:
        middle = (room + too_narrow) / 2
        if len(_broken(face, text, size, middle)) > fewest:
            too_narrow = middle
        else:
            room = middle
    return block(face, replace(text, content="\n".join(_broken(face, text, size, room))), size)


def longest_word(face: Typeface, text: Text, size: float) -> float:
    """The least room that a text needs."""
    words = (block(face, replace(text, content=word), size).width for word in _WORD.findall(text.content))
    return max(words, default=0.0)


def _broken(face: Typeface, text: Text, size: float, room: float) -> list[str]:
    """The lines of a text, each with as many words as there is room for."""
    lines: list[str] = []
    for line in text.content.split("\n"):
        filled = ""
        for word in _WORD.findall(line):
            longer = f"{filled} {word}".strip()
            if filled and block(face, replace(text, content=longer), size).width > room + 1e-6:
                lines.append(filled)
                longer = word
            filled = longer
        lines.append(filled)
    return lines
