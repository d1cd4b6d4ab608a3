"""What a call prints, and the exit status that it leaves with. The only file that prints, but for version and help.

Exit status: 0 done; 1 asked a question (`render --check`) and the answer is no; 2 the call or an
input is wrong; 3 an output cannot be written, or heatfig itself is at fault; 130 interrupted. Of
several the highest.
"""

import os
import sys

import typer

from heatfig.app.commands import Output, Picture, Progress, Report
from heatfig.app.progress import Bar
from heatfig.diagnostics import Diagnostic
from heatfig.runtime import interrupts
from heatfig.runtime.streams import write_line

NO, WRONG_INPUT, FAULT, INTERRUPTED = 1, 2, 3, 130
_STATUS = {"missing-figure": NO, "stale-figure": NO, "unwritable-file": FAULT, "process-died": FAULT, "fault": FAULT}
_REPORT_AT = "please report it with the spec and the scores; run again with --debug for the details"


def print_report(report: Report, message_format: str = "text", endless: bool = False) -> None:
    """Print what a command reports as it comes, and leave with the status that it calls for.

    The work goes on where nobody can read it, if it is not `endless`, but is then no success.
    """
    status = 0
    color = colorful(sys.stderr)
    bar = Bar(sys.stderr.isatty())
    try:
        for item in report:
            interrupts.check()
            if isinstance(item, Progress):
                bar.show(item)
                continue
            bar.hide()
            if isinstance(item, Diagnostic):
                status = max(status, _STATUS.get(item.code, WRONG_INPUT))
            if not _print(item, message_format, color):
                status = max(status, FAULT)
                if endless:
                    break
    except KeyboardInterrupt:
        status = INTERRUPTED
    finally:
        report.close()  # what an interrupt left running ends before we leave
        bar.hide()
    raise typer.Exit(status)


def _print(item: str | Diagnostic, message_format: str, color: bool) -> bool:
    """Print a problem as it was asked for, or a line; whether there was room for it and somebody to read it."""
    if isinstance(item, Diagnostic):
        return write_line(_formatted(item, message_format, color), sys.stderr)
    return write_line(_printed(item), sys.stdout)


def colorful(stream: object) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (no-color.org)."""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def print_fault(error: Exception) -> None:
    """Say that heatfig itself is at fault, in the message format that the call asked for."""
    if "--debug" in sys.argv:
        import traceback

        traceback.print_exc()
    message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
    write_line(_formatted(Diagnostic("fault", message, None, _REPORT_AT), _message_format()), sys.stderr)


def _message_format() -> str:
    """The message format of the call, read where Typer can no longer say."""
    given = " ".join(sys.argv).replace("--message-format=", "--message-format ").partition("--message-format ")[2]
    return given.split(" ")[0]


def _printed(item: str) -> str:
    """What a command was asked for as it is, but for a terminal, which would obey what stands in it; or a line."""
    if not isinstance(item, Output):
        return _line(item)
    if isinstance(item, Picture) or not sys.stdout.isatty():
        return item
    return "\n".join(map(_line, item.split("\n")))


def _line(text: str) -> str:
    """A line about files, whose names may hold anything."""
    if text.isascii() and text.isprintable() and "#" not in text and "::" not in text:
        return text  # thousands of lines are such, and need no table of what is not
    from heatfig.diagnostics.messages import line

    return line(text)


def _formatted(diagnostic: Diagnostic, message_format: str, color: bool = False) -> str:
    """A diagnostic as it was asked for; a call that has nothing to complain of does without the formats."""
    from heatfig.diagnostics.messages import MACHINE_FORMATS, as_text

    write = MACHINE_FORMATS.get(message_format)
    return write(diagnostic) if write else as_text(diagnostic, color)
