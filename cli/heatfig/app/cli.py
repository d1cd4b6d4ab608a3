"""The command line: argv in, exit status out."""

import errno
import gc
import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from heatfig import __version__
from heatfig.app.console import FAULT, print_fault
from heatfig.runtime import streams

# For this process and those that it starts, before numpy and pydantic are imported: no threads for products of
# matrices that heatfig never multiplies (a tenth of importing numpy, and more the more cores), and no search for
# plugins of pydantic (a tenth of importing it), which could change what a spec may say.
_OWN_PROCESS = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "__all__"}

COMMANDS = (
    "render",
    "check",
    "watch",
    "deps",
    "plan",
    "rows",
    "cells",
    "show",
    "init",
    "schema",
    "colormaps",
)


class Commands(TyperGroup):
    """The commands, of which only the one that is called is read from its file."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of a name; for a name that is misspelt all are read, so that one can be suggested."""
        for name in (cmd_name,) if cmd_name in COMMANDS else COMMANDS:
            self.add_command(getattr(import_module(f"heatfig.app.calls.{name}"), name))
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called; for a spec or a score file in place of one, what to write."""
        if args and args[0].endswith((".yaml", ".yml")):
            ctx.fail(f"No command before '{args[0]}', such as: heatfig render {args[0]}")
        from heatfig.runtime.score_formats import SCORE_SUFFIXES

        if args and args[0].lower().endswith(SCORE_SUFFIXES):
            ctx.fail(f"No command before '{args[0]}', such as: heatfig init {args[0]}")
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Commands,
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
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback if heatfig itself fails.")] = False,
) -> None:
    """Options of the command itself; `--debug` is read where a fault is caught."""


def main() -> None:
    """Run the command line and leave with its status."""
    os.environ |= _OWN_PROCESS
    streams.set_up()
    try:
        app(prog_name="heatfig")
    except Exception as error:  # noqa: BLE001  # the last line of defence: never a traceback without --debug
        if isinstance(error, OSError) and error.errno == errno.ENOSPC:
            streams.silence(sys.stdout)  # of the help or the version, which alone do not come through `print_report`
        else:
            print_fault(error)
        sys.exit(FAULT)
    finally:
        gc.freeze()  # spares the interpreter a last look at everything as it leaves
