"""What layout can find wrong: it names the place in the spec, which the caller looks up."""

from heatfig.codes import Code
from heatfig.origin import Origin


class Misfit(Exception):
    """Something that cannot be shown as asked, and what would help."""

    def __init__(self, code: Code, message: str, origin: Origin, hint: str = "") -> None:
        super().__init__(message)
        self.code: Code = code
        self.message = message
        self.origin = origin
        self.hint = hint
