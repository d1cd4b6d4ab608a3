"""How `heatfig colormaps` is called."""

import sys
from typing import Annotated

import typer

from heatfig.app.calls import command
from heatfig.app.console import colorful, print_report


@command(
    help="List the names of colormaps by kind. A terminal also shows their colours.",
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
    print_report(run(kinds or [], colorful(sys.stdout)))
