"""Commands whose stderr is a terminal, and what may be said there."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path


def on_a_terminal(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """The status of a command and all that it shows."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how Linux says that nobody is left at the other end
        while said := os.read(ours, 65536):
            shown += said
    os.close(ours)
    return process.wait(), shown.decode()


def check_harmless(said: str) -> None:
    """Nothing but texts and the ends of lines; no line that GitHub's log takes for a command."""
    for one in said.split("\n"):
        assert one.isprintable(), ascii(one)
        assert not one.lstrip().startswith("::")
        assert "##[" not in one
