"""How `heatfig check` is called."""

from typing import Annotated

import typer

from heatfig.app import options as opt
from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Check specs without drawing. A spec that passes also renders.",
    epilog="Examples:  heatfig check specs/   |   heatfig check fig1.yaml --root . --message-format github",
)
def check(
    specs: opt.Specs,
    memory: Annotated[
        bool,
        typer.Option(
            "--memory",
            help="Say first whether each score file is read in blocks, or how much memory it takes and why; "
            "of large ones that is said unasked.",
        ),
    ] = False,
    root: opt.Root = None,
    message_format: opt.MessageFormat = "text",
) -> None:
    from heatfig.app.commands.check import check as run

    print_report(run(specs, root, memory), message_format)
