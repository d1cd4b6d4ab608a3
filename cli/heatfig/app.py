"""The command line: argv in, exit status out. The only file that prints.

Exit status: 0 done; 2 the call or an input is wrong; 3 an output cannot be written, or heatfig
itself is at fault; 130 interrupted. Of several the highest.
"""

import os
import shutil
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from heatfig import __version__
from heatfig.diagnostics import Diagnostic
from heatfig.messages import MACHINE_FORMATS, as_text

WRONG_INPUT, FAULT, INTERRUPTED = 2, 3, 130
_FAULTS = {"unwritable-file", "fault"}
_REPORT_AT = "please report it with the spec and the scores; run again with --debug for the details"

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Specs = Annotated[list[Path], typer.Argument(metavar="SPEC…", help="Spec files, or folders of them.")]
Spec = Annotated[Path, typer.Argument(metavar="SPEC", help="A spec file.")]
Root = Annotated[Path | None, typer.Option("--root", metavar="DIR", help="Read no file outside DIR, links followed.")]
MessageFormat = Annotated[
    Literal["text", "json", "github"],
    typer.Option("--message-format", help="How errors are written: for people, as JSON lines, as GitHub annotations."),
]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"heatfig {__version__}")
        raise typer.Exit


@app.callback(
    help="Draw publication heatmaps from YAML figure specs and CSV score files.",
    epilog="Examples:  heatfig init scores.csv   |   heatfig render fig1.yaml   |   heatfig check specs/",
)
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault of heatfig itself.")] = False,
) -> None:
    """Options of the command itself; `--debug` is read where a fault is caught."""


@app.command(
    help="Render specs, or all specs in folders, to PNG, PDF and SVG.",
    epilog="Examples:  heatfig render fig1.yaml   |   heatfig render specs/ -o figures -f pdf,svg --dpi 600",
)
def render(
    specs: Specs,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Folder to write to.")] = Path(),
    formats: Annotated[
        str, typer.Option("-f", "--formats", metavar="png,pdf,svg", help="What to write; the spec's formats if absent.")
    ] = "",
    dpi: Annotated[int | None, typer.Option("--dpi", min=10, max=4800, help="Pixels per inch of PNGs.")] = None,
    root: Root = None,
    message_format: MessageFormat = "text",
) -> None:
    from heatfig.commands.render import render as run

    _show(run(specs, output, _formats(formats), dpi, root), message_format)


@app.command(
    help="Do everything but draw: what passes here renders.",
    epilog="Examples:  heatfig check specs/   |   heatfig check fig1.yaml --root . --message-format github",
)
def check(specs: Specs, root: Root = None, message_format: MessageFormat = "text") -> None:
    from heatfig.commands.check import check as run

    _show(run(specs, root), message_format)


@app.command(help="Print what a spec's figure will show, as JSON.", epilog="Example:  heatfig plan fig1.yaml --layout")
def plan(
    spec: Spec,
    layout: Annotated[bool, typer.Option("--layout", help="Add where everything stands.")] = False,
    root: Root = None,
    message_format: MessageFormat = "text",
) -> None:
    from heatfig.commands.plan import plan as run

    _show(run(spec, layout, root), message_format)


@app.command(help="Draw a spec's grids in the terminal.", epilog="Example:  heatfig show fig1.yaml")
def show(spec: Spec, root: Root = None, message_format: MessageFormat = "text") -> None:
    from heatfig.commands.show import show as run

    _show(run(spec, root, shutil.get_terminal_size().columns, _colorful(sys.stdout)), message_format)


@app.command(
    help="Write a commented starter spec for a score file.",
    epilog="Example:  heatfig init scores.csv writes scores.yaml, which heatfig render scores.yaml draws as it is",
)
def init(
    scores: Annotated[Path, typer.Argument(metavar="SCORES", help="A CSV file.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The spec; beside the scores if absent.")
    ] = None,
    message_format: MessageFormat = "text",
) -> None:
    from heatfig.commands.init import init as run

    _show(run(scores, output), message_format)


@app.command(
    help="Print the JSON Schema of the spec language, for editors.",
    epilog="Example:  heatfig schema > heatfig.schema.json",
)
def schema() -> None:
    from heatfig.commands.schema import schema as run

    _show(run())


@app.command(
    help="List the names of colormaps by kind, with swatches on a terminal.",
    epilog="Example:  heatfig colormaps diverging cyclic",
)
def colormaps(
    kinds: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KIND]…", help="sequential, diverging, cyclic, qualitative, miscellaneous"),
    ] = None,
) -> None:
    from heatfig.colors import KINDS
    from heatfig.commands.colormaps import colormaps as run

    for kind in kinds or []:
        if kind not in KINDS:
            raise typer.BadParameter(f"'{kind}' is not a kind: {', '.join(KINDS)}")
    _show(run(kinds or [], _colorful(sys.stdout)))


def main() -> None:
    """Run the command line and leave with its status."""
    try:
        app(prog_name="heatfig")
    except Exception as error:  # noqa: BLE001  # the last line of defence: never a traceback without --debug
        if "--debug" in sys.argv:
            traceback.print_exc()
        message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
        print(as_text(Diagnostic("fault", message, None, _REPORT_AT)), file=sys.stderr)
        sys.exit(FAULT)


def _formats(given: str) -> list[str]:
    named = [name.strip() for name in given.split(",") if name.strip()]
    known = ["png", "pdf", "svg"]
    for name in named:
        if name not in known:
            raise typer.BadParameter(f"'{name}' is not a format: {', '.join(known)}", param_hint="'-f'")
    return list(dict.fromkeys(named))


def _colorful(stream: object) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (no-color.org)."""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def _show(report: Iterator[str | Diagnostic], message_format: str = "text") -> None:
    """Print what a command reports as it comes, and leave with the status that it calls for."""
    status = 0
    color = _colorful(sys.stderr)
    try:
        for item in report:
            if isinstance(item, Diagnostic):
                status = max(status, FAULT if item.code in _FAULTS else WRONG_INPUT)
                write = MACHINE_FORMATS.get(message_format)
                print(write(item) if write else as_text(item, color), file=sys.stderr)
            else:
                print(item, flush=True)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        # The reader has left; give the interpreter nowhere to complain to when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(status)
