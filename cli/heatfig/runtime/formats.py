"""The formats that figures are written in: the one list of them, in the order in which they are named."""

from typing import Literal, get_args

FileFormat = Literal["png", "pdf", "svg"]

FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)
IN_PIXELS = frozenset({"png"})  # those that a number of dots per inch makes a difference to
# What stands before a file's fingerprint, as a pattern, where no title can stand that looks like one; how it ends.
AROUND_FINGERPRINT: dict[str, tuple[bytes, bytes]] = {
    "png": (rb"Keywords\0{5}", b"\0\0\0\0IEND\xaeB`\x82"),
    "pdf": (rb"/Keywords\s\(", b"%%EOF\n"),
    "svg": (rb"<metadata>", b"</svg>\n"),
}
