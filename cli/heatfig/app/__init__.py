"""The command line: the Typer app, its options, the console, the commands."""
