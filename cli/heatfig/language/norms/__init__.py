"""How scores spread over the colours: a file for each norm that takes arguments, and one line here."""

from typing import Literal

Norm = Literal["linear", "log", "two-slope"]
