"""The command line: each command with its options, as Typer reads them; argv in, exit status out."""

import errno
import gc
import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from heatfig import __version__
from heatfig.app import options as opt
from heatfig.app.console import FAULT, colorful, tell, tell_fault
from heatfig.runtime import streams

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
    from heatfig.app.commands.render import render as run
    from heatfig.build.render import RenderOptions

    opt.refuse_beside(
        "--check", check, {"--force": force, "--jobs": jobs, "--scheduler": scheduler, "--depfile": depfile}
    )
    opt.refuse_beside("--scheduler", scheduler, {"--jobs": jobs})
    chosen, part = opt.listed_formats(formats), opt.parsed_shard(shard)
    order = RenderOptions(specs, output, chosen, dpi, root, jobs, part, force, check, scheduler, depfile, junit)
    tell(run(order), message_format)


@app.command(
    help="Do everything but draw: what passes here renders.",
    epilog="Examples:  heatfig check specs/   |   heatfig check fig1.yaml --root . --message-format github",
)
def check(
    specs: opt.Specs,
    memory: Annotated[
        bool,
        typer.Option(
            "--memory",
            help="Say first, of each score file, whether it is read in blocks or what memory it takes, and why.",
        ),
    ] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.check import check as run

    tell(run(specs, root, memory), message_format)


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
    from heatfig.app.commands.watch import watch as run
    from heatfig.build.render import RenderOptions

    tell(run(RenderOptions(specs, output, opt.listed_formats(formats), dpi, root, jobs)), message_format, endless=True)


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
    from heatfig.app.commands.deps import deps as run

    opt.refuse_beside("--format zero", form == "zero", {"-o": output != Path(), "-f": formats})
    tell(run(specs, output, opt.listed_formats(formats), form, root), message_format)


@app.command(
    help="Print what a spec's figure will show, as JSON.",
    epilog="Examples:  heatfig plan fig1.yaml --layout   |   heatfig plan fig1.yaml --sources",
)
def plan(
    spec: opt.Spec,
    layout: Annotated[bool, typer.Option("--layout", help="Add where everything stands.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Add the files and lines of each cell.")] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.plan import plan as run

    tell(run(spec, layout, sources, root), message_format)


@app.command(
    help="Print the rows of a spec's panel as CSV: after some verbs of `transform`, or after all and `where`.",
    epilog="Examples:  heatfig rows fig1.yaml   |   heatfig rows fig1.yaml --after 2 --panel gain",
)
def rows(
    spec: opt.Spec,
    after: Annotated[int | None, typer.Option("--after", metavar="N", min=0, help="Only the first N verbs.")] = None,
    panel: Annotated[
        str | None,
        typer.Option("--panel", metavar="NAME", help="Its name, or p0, p1, … by its place, as `cells` names it."),
    ] = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.rows import rows as run

    tell(run(spec, after, panel, root), message_format)


@app.command(
    help="Print the cells of a spec's grids as CSV, with their keys and all that they hold, layer by layer.",
    epilog="Example:  heatfig cells fig1.yaml",
)
def cells(spec: opt.Spec, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    from heatfig.app.commands.rows import cells as run

    tell(run(spec, root), message_format)


@app.command(help="Draw a spec's grids in the terminal.", epilog="Example:  heatfig show fig1.yaml")
def show(spec: opt.Spec, root: opt.Root = None, message_format: opt.MessageFormat = "text") -> None:
    import shutil

    from heatfig.app.commands.show import show as run

    tell(run(spec, root, shutil.get_terminal_size().columns, colorful(sys.stdout)), message_format)


@app.command(
    help="Write a commented starter spec for a score file.",
    epilog="Example:  heatfig init scores.csv writes scores.yaml, which heatfig render scores.yaml draws as it is",
)
def init(
    scores: Annotated[list[Path], typer.Argument(metavar="SCORES…", help="A score file, or several of one kind.")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="The spec; beside the scores if absent.")
    ] = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.init import init as run

    tell(run(scores, output), message_format)


@app.command(
    help="Print the JSON Schema of the spec language, for editors, or of plans, for programs.",
    epilog="Examples:  heatfig schema > heatfig.schema.json   |   heatfig schema plan",
)
def schema(
    of: Annotated[Literal["spec", "plan"], typer.Argument(metavar="[spec|plan]", help="What it describes.")] = "spec",
) -> None:
    from heatfig.app.commands.schema import schema as run

    tell(run(of))


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
    from heatfig.app.commands.colormaps import colormaps as run
    from heatfig.scales.colors import KINDS

    for kind in kinds or []:
        if kind not in KINDS:
            raise typer.BadParameter(f"'{kind}' is not a kind: {', '.join(KINDS)}")
    tell(run(kinds or [], colorful(sys.stdout)))


def main() -> None:
    """Run the command line and leave with its status."""
    os.environ |= _OWN_PROCESS
    streams.set_up()
    try:
        app(prog_name="heatfig")
    except Exception as error:  # noqa: BLE001  # the last line of defence: never a traceback without --debug
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            streams.silence(sys.stdout)  # of the help or the version, which alone do not come through `tell`
        else:
            tell_fault(error)
        sys.exit(FAULT)
    finally:
        gc.freeze()  # spares the interpreter a last look at everything as it leaves
