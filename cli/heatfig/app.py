"""The command line: argv in, exit status out. The only file that prints.

Exit status: 0 done; 1 asked a question (`render --check`) and the answer is no; 2 the call or an
input is wrong; 3 an output cannot be written, or heatfig itself is at fault; 130 interrupted. Of
several the highest.
"""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Literal

import typer

from heatfig import __version__, interrupts
from heatfig import options as opt
from heatfig.commands import Progress, Report
from heatfig.diagnostics import Diagnostic

NO, WRONG_INPUT, FAULT, INTERRUPTED = 1, 2, 3, 130
_STATUS = {"missing-figure": NO, "stale-figure": NO, "unwritable-file": FAULT, "process-died": FAULT, "fault": FAULT}
_REPORT_AT = "please report it with the spec and the scores; run again with --debug for the details"

# For this process and those that it starts, before numpy and pydantic are imported: no threads for products of
# matrices that heatfig never multiplies (a tenth of importing numpy, and more the more cores), and no search for
# plugins of pydantic (a tenth of importing it), which could change what a spec may say.
_OWN_PROCESS = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


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
    help="Render specs, or all specs in folders, to PNG, PDF and SVG; what is up to date is left as it is.",
    epilog="Examples:  heatfig render fig1.yaml   |   heatfig render specs/ -o figures -f pdf,svg --dpi 600"
    "   |   heatfig render specs/ -o figures --check",
)
def render(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    dpi: opt.Dpi = None,
    jobs: opt.Jobs = None,
    force: Annotated[bool, typer.Option("--force", help="Render what is up to date, too.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; name what is missing or stale, and leave with 1 if any is.")
    ] = False,
    shard: Annotated[
        str, typer.Option("--shard", metavar="K/N", help="Only the K-th of N parts, the same on every machine.")
    ] = "",
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Draw on a Dask cluster (heatfig[dask]).")
    ] = None,
    depfile: Annotated[
        Path | None, typer.Option("--depfile", metavar="FILE", help="Write what the figures depend on, for make.")
    ] = None,
    junit: Annotated[Path | None, typer.Option("--junit", metavar="FILE", help="Write a JUnit report.")] = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.build.render import Order
    from heatfig.commands.render import render as run

    opt.refuse_beside(
        "--check", check, {"--force": force, "--jobs": jobs, "--scheduler": scheduler, "--depfile": depfile}
    )
    opt.refuse_beside("--scheduler", scheduler, {"--jobs": jobs})
    chosen, part = opt.listed_formats(formats), opt.parsed_shard(shard)
    order = Order(specs, output, chosen, dpi, root, jobs, part, force, check, scheduler, depfile, junit)
    _show(run(order), message_format)


@app.command(
    help="Do everything but draw: what passes here renders.",
    epilog="Examples:  heatfig check specs/   |   heatfig check fig1.yaml --root . --message-format github",
)
def check(specs: opt.Specs, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    from heatfig.commands.check import check as run

    _show(run(specs, root), message_format)


@app.command(
    help="Render what changes as it is saved, until interrupted.",
    epilog="Example:  heatfig watch specs/ -o figures -f svg",
)
def watch(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    dpi: opt.Dpi = None,
    jobs: opt.Jobs = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.build.render import Order
    from heatfig.commands.watch import watch as run

    _show(run(Order(specs, output, opt.listed_formats(formats), dpi, root, jobs)), message_format)


@app.command(
    help="Print what the figures of specs depend on, for build tools.",
    epilog="Example:  heatfig deps specs/ -o figures --format make > figures.d",
)
def deps(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    form: Annotated[
        Literal["make", "json", "zero"],
        typer.Option("--format", help="Rules for make, JSON, or the inputs alone, each ended by a NUL."),
    ] = "make",
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.commands.deps import deps as run

    opt.refuse_beside("--format zero", form == "zero", {"-o": output != Path(), "-f": formats})
    _show(run(specs, output, opt.listed_formats(formats), form, root), message_format)


@app.command(help="Print what a spec's figure will show, as JSON.", epilog="Example:  heatfig plan fig1.yaml --layout")
def plan(
    spec: opt.Spec,
    layout: Annotated[bool, typer.Option("--layout", help="Add where everything stands.")] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.commands.plan import plan as run

    _show(run(spec, layout, root), message_format)


@app.command(help="Draw a spec's grids in the terminal.", epilog="Example:  heatfig show fig1.yaml")
def show(spec: opt.Spec, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    import shutil

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
    message_format: opt.MessageFormat = "text",
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
    os.environ |= _OWN_PROCESS
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="surrogateescape")  # the name of a file comes out as the bytes that it is
    try:
        app(prog_name="heatfig")
    except Exception as error:  # noqa: BLE001  # the last line of defence: never a traceback without --debug
        if "--debug" in sys.argv:
            import traceback

            traceback.print_exc()
        message = f"a fault of heatfig itself: {type(error).__name__}: {error}"
        print(_told(Diagnostic("fault", message, None, _REPORT_AT), _asked_format()), file=sys.stderr)
        sys.exit(FAULT)
    finally:
        gc.freeze()  # spares the interpreter a last look at everything as it leaves


def _asked_format() -> str:
    """The message format that a call asked for, read where Typer can no longer say."""
    given = " ".join(sys.argv).replace("--message-format=", "--message-format ").partition("--message-format ")[2]
    return given.split(" ")[0]


def _told(diagnostic: Diagnostic, message_format: str, color: bool = False) -> str:
    """A diagnostic as it was asked for; a call that has nothing to complain of does without the formats."""
    from heatfig.messages import MACHINE_FORMATS, as_text

    write = MACHINE_FORMATS.get(message_format)
    return write(diagnostic) if write else as_text(diagnostic, color)


def _colorful(stream: object) -> bool:
    """Whether a stream is a terminal whose user has not asked for plain text (no-color.org)."""
    return bool(getattr(stream, "isatty", lambda: False)()) and not os.environ.get("NO_COLOR")


def _show(report: Report, message_format: str = "text") -> None:
    """Print what a command reports as it comes, and leave with the status that it calls for."""
    status = 0
    color = _colorful(sys.stderr)
    bar = _Bar(sys.stderr.isatty())
    try:
        for item in report:
            interrupts.check()
            if isinstance(item, Progress):
                bar.show(item)
                continue
            bar.hide()
            if isinstance(item, Diagnostic):
                status = max(status, _STATUS.get(item.code, WRONG_INPUT))
                print(_told(item, message_format, color), file=sys.stderr)
            else:
                print(item, flush=True)
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:
        status = max(status, FAULT)  # the report was cut short, and with it perhaps the work
        # The reader has left; give the interpreter nowhere to complain to when it flushes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    finally:
        report.close()  # what an interrupt left running ends before we leave
        bar.hide()
    raise typer.Exit(status)


class _Bar:
    """A progress bar under what is printed, on a terminal only and for a batch only."""

    def __init__(self, wanted: bool) -> None:
        self.wanted = wanted
        self.live: object = None

    def show(self, progress: Progress) -> None:
        """Draw the bar at this state of things."""
        if not self.wanted or progress.total < 2:
            return
        from rich.console import Console
        from rich.live import Live
        from rich.progress_bar import ProgressBar
        from rich.table import Table

        row = Table.grid(padding=(0, 1))
        # Rich's own colour, a red, would look like failure.
        bar = ProgressBar(progress.total, progress.done, width=40, complete_style="blue", finished_style="blue")
        row.add_row(bar, f"{progress.done} of {progress.total}")
        with interrupts.undisturbed():  # a bar that has half started cannot be stopped
            self.hide()
            self.live = Live(row, console=Console(stderr=True), transient=True, auto_refresh=False)
            self.live.start(refresh=True)

    def hide(self) -> None:
        """Take the bar away, so that a line can be printed where it was."""
        stop = getattr(self.live, "stop", None)
        if stop is not None:
            with interrupts.undisturbed():
                stop()
                self.live = None
