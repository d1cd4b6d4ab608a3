"""When files were changed last, which make goes by."""

import os
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from heatfig.runtime.files.problems import unwritable


def renew_times(targets: Iterable[str], inputs: Sequence[str]) -> None:
    """Make files younger than what they were made from, so that make agrees that they are fresh."""
    with suppress(FileNotFoundError):  # gone since it was looked at, and with it the question
        youngest = max(map(_changed, inputs))
        for target in targets:
            if _changed(target) < youngest:
                _renew_time(target, youngest)


def _changed(path: str) -> int:
    return os.stat(path).st_mtime_ns  # noqa: PTH116  # a batch with nothing to do asks for thousands


def _renew_time(target: str, youngest: int) -> None:
    now = max(time.time_ns(), youngest)  # an input may be of tomorrow, where a clock was set back
    try:
        os.utime(target, ns=(now, now))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise unwritable(Path(target), error) from None
