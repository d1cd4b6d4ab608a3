"""Rules of score files and of the columns that are read from them."""

from heatfig.diagnostics.origin import Path
from heatfig.language.columns import Use, columns_named
from heatfig.language.model.page import Facet
from heatfig.language.model.settings import Settings
from heatfig.language.rules import Rules

_WIDE = "needs named columns, and the score file is in wide form"


def check_scores(settings: Settings, facet: Facet | None, rules: Rules) -> None:
    """The rules of the files themselves, then those of their form, if they have one in common."""
    if not settings.scores:
        hint = "scores: FILE.csv"
        rules.refuse("missing-key", "no score file is named: the key 'scores' is missing", "scores", hint=hint)
        return
    for index, file in enumerate(settings.scores):
        if file.separator == file.decimal:
            hint = "separator: ';' is usual with decimal commas"
            rules.refuse("contradiction", "separator and decimal mark are the same", "scores", index, hint=hint)
    forms = {file.form for file in settings.scores}
    if len(forms) > 1 or (forms == {"wide"} and len(settings.scores) > 1):
        hint = "one wide file a panel, or several long ones"
        rules.refuse("contradiction", "these score files cannot be joined", "scores", hint=hint)
    elif forms == {"wide"}:
        _check_wide(settings, facet, rules)
    elif len({file.decimal for file in settings.scores}) > 1:
        hint = "save them with one decimal mark"
        rules.refuse("contradiction", "these score files write decimals in two ways", "scores", hint=hint)
    else:
        rules.once((file.file for file in settings.scores), "scores")
        _check_long(settings, rules)


def _check_long(settings: Settings, rules: Rules) -> None:
    if settings.value is None and settings.using != "count" and rules.whole("value") and rules.whole("aggregate"):
        hint = "value: COLUMN; for a matrix with a header say scores: {file: FILE, form: wide}"
        message = "the column of the scores is not named: the key 'value' is missing"
        rules.refuse("missing-key", message, "value", hint=hint)
    for name, axis in (("x", settings.axes.x), ("y", settings.axes.y)):
        if axis.column is None and rules.whole("axes", name, "column"):
            hint = f"axes: {{{name}: {{column: COLUMN}}}}"
            message = f"the column of the {name} axis is not named: the key 'column' is missing"
            rules.refuse("missing-key", message, "axes", name, hint=hint)


def _check_wide(settings: Settings, facet: Facet | None, rules: Rules) -> None:
    """A wide file has no columns to name but what its value is called."""
    named = dict.fromkeys(_naming(use) for use in columns_named(settings) if use.path != ("value",))
    whole = (("facet", facet), ("aggregate", settings.aggregate))
    for path in (*named, *((name,) for name, held in whole if held is not None)):
        name = next(step for step in reversed(path) if isinstance(step, str))
        rules.refuse("contradiction", f"`{name}` {_WIDE}", *path, hint="use the long form: one score a row")


def _naming(use: Use) -> Path:
    """The path of what names a column: of a mapping that is little more than its name, the whole."""
    around = use.path[:-1]
    little = use.path[-1] in {"column", "field"} and around not in {("axes", "x"), ("axes", "y")}
    return around if use.by_key or little else use.path
