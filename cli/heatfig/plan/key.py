"""What tells rows, columns and parts of a grid apart."""

from typing import NamedTuple


class Key(NamedTuple):
    """The full name of a row, a column or a part: its label within its group, which is empty where there is none."""

    group: str
    label: str

    def __str__(self) -> str:
        return " / ".join(filter(None, self))
