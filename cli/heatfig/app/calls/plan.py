"""How `heatfig plan` is called."""

from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Print what a figure will show, as JSON.",
    epilog="Examples:  heatfig plan fig1.yaml --layout   |   heatfig plan fig1.yaml --sources",
)
def plan(
    spec: opt.Spec,
    layout: Annotated[bool, typer.Option("--layout", help="Add the position of everything on the page.")] = False,
    sources: Annotated[bool, typer.Option("--sources", help="Add the files and lines of each cell.")] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.plan import plan as run

    print_report(run(spec, layout, sources, root), message_format)
