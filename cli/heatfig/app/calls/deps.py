"""How `heatfig deps` is called."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Print what figures depend on, for build tools.",
    epilog="Example:  heatfig deps specs/ -o figures --format make > figures.d",
)
def deps(
    specs: opt.Specs,
    output: opt.Output = Path(),
    formats: opt.Formats = "",
    form: Annotated[
        Literal["make", "json", "zero"],
        typer.Option("--format", help="make: rules; json: one list; zero: only the inputs, each ended by a NUL."),
    ] = "make",
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.deps import deps as run

    opt.refuse_beside("--format zero", form == "zero", {"-o": output != Path(), "-f": formats})
    print_report(run(specs, output, opt.listed_formats(formats), form, root), message_format)
