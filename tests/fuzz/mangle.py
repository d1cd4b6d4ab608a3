"""Random edits of spec text and CSV bytes that keep most of the grammar, the same for every fuzzer."""

import re
from collections.abc import Callable, Sequence
from random import Random

from odd import MARKS, NUMBERS, SCALARS

LARGEST = 20_000

_NUMBER = re.compile(r"(?<![\w.])-?[0-9.]+(?![\w.])")
_TOKEN = re.compile(r"\"[^\"\n]*\"|[^\s\[\]{},:;\"]+")


def mangled(random: Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """The content after one to four edits, which may take parts of the others."""
    mangler = _Mangler(random, [_text(other) for other in (content, *others)])
    text = _text(content)
    for _ in range(random.choice([1, 1, 1, 2, 2, 4])):
        text = random.choice(mangler.edits)(text)[:LARGEST]
    return text.encode("utf-8", "surrogateescape")


def _text(content: bytes) -> str:
    return content.decode("utf-8", "surrogateescape")


class _Mangler:
    def __init__(self, random: Random, donors: list[str]) -> None:
        self.random = random
        self.donors = donors
        self.edits: list[Callable[[str], str]] = [
            *[self.odd_scalar, self.odd_number, self.other_token] * 3,
            *[self.inserted, self.cut, self.spliced, self.shortened] * 2,
            *[self.raw_byte, self.recoded],
        ]

    def odd_scalar(self, text: str) -> str:
        return self._replaced(text, _TOKEN, self.random.choice(SCALARS))

    def odd_number(self, text: str) -> str:
        return self._replaced(text, _NUMBER, self.random.choice(NUMBERS))

    def other_token(self, text: str) -> str:
        tokens = _TOKEN.findall(self.random.choice(self.donors))
        return self._replaced(text, _TOKEN, self.random.choice(tokens or SCALARS))

    def inserted(self, text: str) -> str:
        return self._with(text, self.random.choice([*MARKS, *SCALARS]))

    def raw_byte(self, text: str) -> str:
        return self._with(text, _text(bytes([self.random.randint(0, 255)])))

    def cut(self, text: str) -> str:
        at = self.random.randint(0, len(text))
        return text[:at] + text[at + self.random.choice([1, 2, 5, 20, 100]) :]

    def spliced(self, text: str) -> str:
        lines = text.split("\n")
        line = self.random.choice(self.random.choice(self.donors).split("\n"))
        lines.insert(self.random.randint(0, len(lines)), line)
        return "\n".join(lines)

    def shortened(self, text: str) -> str:
        lines = text.split("\n")
        del lines[self.random.randrange(len(lines))]
        return "\n".join(lines)

    def recoded(self, text: str) -> str:
        """With a byte order mark, other line ends, or in another encoding."""
        written = text.encode("utf-8", "surrogateescape")
        encoding = self.random.choice(["utf-8-sig", "utf-16", "utf-32", "latin-1"])
        recoded = (text.encode(encoding, "replace"), written.replace(b"\n", b"\r\n"), written.replace(b"\n", b"\r"))
        return _text(self.random.choice(recoded))

    def _with(self, text: str, new: str) -> str:
        at = self.random.randint(0, len(text))
        return text[:at] + new + text[at:]

    def _replaced(self, text: str, what: re.Pattern[str], new: str) -> str:
        tokens = list(what.finditer(text))
        if not tokens:
            return text + new
        start, end = self.random.choice(tokens).span()
        return text[:start] + new + text[end:]
