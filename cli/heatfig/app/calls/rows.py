"""How `heatfig rows` is called."""

from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Print the rows of a panel as CSV. These are the rows that `transform` and `where` leave.",
    epilog="Examples:  heatfig rows fig1.yaml   |   heatfig rows fig1.yaml --after 2 --panel gain",
)
def rows(
    spec: opt.Spec,
    after: Annotated[
        int | None, typer.Option("--after", metavar="N", min=0, help="Stop after the first N verbs of `transform`.")
    ] = None,
    panel: Annotated[
        str | None,
        typer.Option(
            "--panel", metavar="NAME", help="The panel's name, or p0, p1, … by position; needed for several panels."
        ),
    ] = None,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.rows import rows as run

    print_report(run(spec, after, panel, root), message_format)
