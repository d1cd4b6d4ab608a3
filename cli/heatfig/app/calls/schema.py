"""How `heatfig schema` is called."""

from typing import Annotated, Literal

import typer

from heatfig.app.calls import command
from heatfig.app.console import print_report


@command(
    help="Print the JSON Schema of specs or plans. Editors complete specs with it; programs read plans.",
    epilog="Examples:  heatfig schema > heatfig.schema.json   |   heatfig schema plan",
)
def schema(
    of: Annotated[
        Literal["spec", "plan"], typer.Argument(metavar="[spec|plan]", help="What the schema describes.")
    ] = "spec",
) -> None:
    from heatfig.app.commands.schema import schema as run

    print_report(run(of))
