"""The formats that figures are written in: the one list of them, in the order in which they are named."""

from typing import Literal, get_args

FileFormat = Literal["png", "pdf", "svg"]

FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)
IN_PIXELS = frozenset({"png"})  # those that a number of dots per inch makes a difference to
