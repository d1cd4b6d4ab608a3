"""How `heatfig check` is called."""

from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Do everything but draw: what passes here renders.",
    epilog="Examples:  heatfig check specs/   |   heatfig check fig1.yaml --root . --message-format github",
)
def check(
    specs: opt.Specs,
    memory: Annotated[
        bool,
        typer.Option(
            "--memory",
            help="Say first, of each score file, whether it is read in blocks or what memory it takes, and why; "
            "of large ones that is said unasked.",
        ),
    ] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.check import check as run

    print_report(run(specs, root, memory), message_format)
