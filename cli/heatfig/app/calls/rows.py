"""How `heatfig rows` is called."""

from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
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

    print_report(run(spec, after, panel, root), message_format)
