"""What an unknown key most likely means: a key of another tool, one of the language before this, or a misspelt one."""

from collections.abc import Collection

from heatfig.diagnostics import closest
from heatfig.language.forms import Form, Key
from heatfig.language.keys import found, known

_OF_AN_AXIS = {"": "column", "label": "label", "ticks": "ticks", "ticklabels": "labels"}
# From the mapping in which another tool's key stands; of several the first that leads to a key of the language.
MEANT: dict[str, tuple[str, ...]] = {
    **{x + name: (f"axes.{x}.{key}", f"{x}.{key}", key) for x in ("x", "y") for name, key in _OF_AN_AXIS.items()},
    **dict.fromkeys(("annot", "annotate"), ("annotations",)),
    **dict.fromkeys(("fmt", "decimals", "digits"), ("format", "text", "annotations")),
    **dict.fromkeys(("vmin", "zmin"), ("min", "range")),
    **dict.fromkeys(("vmax", "zmax"), ("max", "range")),
    **dict.fromkeys(("clim", "limits", "robust"), ("range",)),
    **dict.fromkeys(("vcenter", "midpoint"), ("center", "range.center")),
    **dict.fromkeys(("cmap", "palette", "colorscale"), ("colormap",)),
    **dict.fromkeys(("log", "scale"), ("norm",)),
    **dict.fromkeys(("linthresh", "threshold"), ("symlog", "norm.symlog")),
    **dict.fromkeys(("gamma", "exponent"), ("power", "norm.power")),
    **dict.fromkeys(("cbar_kws", "cbar_label"), ("label", "colorbar.label")),
    "cbar": ("colorbar",),
    **dict.fromkeys(("position", "location", "loc", "orientation"), ("side",)),
    **dict.fromkeys(("title", "name"), ("label",)),
    **dict.fromkeys(("angle", "rotate"), ("rotation",)),
    **dict.fromkeys(("reverse", "invert"), ("direction",)),
    **dict.fromkeys(("data", "csv", "path"), ("scores", "file")),
    **dict.fromkeys(("sep", "delimiter"), ("separator",)),
    **dict.fromkeys(("agg", "aggfunc", "estimator"), ("aggregate",)),
    "normalise": ("normalize",),
    **dict.fromkeys(("filter", "query"), ("where",)),
    **dict.fromkeys(("linewidth", "linewidths"), ("gap",)),
    **dict.fromkeys(("nan_color", "na_color"), ("missing.color",)),
    **dict.fromkeys(("na_values", "na_rep"), ("missing.tokens",)),
    **dict.fromkeys(("square", "aspect"), ("size.cell",)),
    **dict.fromkeys(("fontsize", "font_size"), ("style.size", "font.size", "size")),
    **dict.fromkeys(("shrink", "fraction"), ("length", "colorbar.length")),
    **dict.fromkeys(("ncols", "ncol"), ("across", "layout.across")),
    **dict.fromkeys(("col", "hue"), ("column",)),
    **dict.fromkeys(("rot", "rotation"), ("rotations",)),
    "on": ("key",),
    "figsize": ("size.width",),
    **dict.fromkeys(("width", "depth", "height", "thick"), ("thickness",)),
    "score": ("value",),
    **dict.fromkeys(("sort", "sort_by", "ordering"), ("order",)),
    "suptitle": ("title",),
    "col_wrap": ("layout.across",),
    **dict.fromkeys(("lt", "less"), ("below",)),
    **dict.fromkeys(("gt", "greater"), ("above",)),
    **dict.fromkeys(("le", "lte"), ("max",)),
    **dict.fromkeys(("ge", "gte"), ("min",)),
    **dict.fromkeys(("ne", "neq"), ("not",)),
    "columns": ("across",),
    "column": ("field",),
    "format": ("text",),
    "group_labels": ("group.labels",),
}
_ROWS = "a wide file is read as rows: scores: {file: FILE, form: wide, rows: model, names: task, values: accuracy}"
_GRID = "the axes and the value make the grid: value: accuracy, aggregate: mean, axes: {y: model, x: task}"
_ORDER = "order an axis by its clusters: axes: {y: {order: {cluster: average}}}"
_SORTED = (
    "labels are ordered by a number of each: axes: {y: {order: {by: {field: value, using: mean}, descending: true}}}"
)
_RENAMED = (
    "labels are renamed where they are shown: axes: {y: {labels: {OLD: NEW}}}; "
    "texts become others by derive: {kind: {map: {OLD: NEW}, of: COLUMN}}"
)
_ALL_DATA = "scores derive"
_STRIP = "{strip: {field: COLUMN, colormap: {categories: {CATEGORY: COLOUR}}}}"
# What is said in other words here, or has another shape since version 1, in a mapping with one of the keys beside it.
BEFORE: dict[str, tuple[str, str]] = {
    "drop": (
        _ALL_DATA,
        "columns that nothing names do no harm; columns: {not: [NAME]} under scores leaves out those of a wide file; "
        "rows are left out by where: {COLUMN: {not: VALUE}}",
    ),
    **dict.fromkeys(("melt", "pivot_longer", "stack", "id_vars", "var_name", "value_name"), (_ALL_DATA, _ROWS)),
    **dict.fromkeys(("pivot", "pivot_table", "index", "groupby", "group_by"), (_ALL_DATA, _GRID)),
    **dict.fromkeys(("cluster", "clustermap", "row_cluster", "col_cluster", "method"), ("scores", _ORDER)),
    "dendrogram": ("scores", f"write beside: {{left: [dendrogram]}}, and {_ORDER}"),
    "row_colors": ("scores", f"write beside: {{left: [{_STRIP}]}}"),
    "col_colors": ("scores", f"write beside: {{top: [{_STRIP}]}}"),
    "symlog": ("scores", "write norm: {symlog: 1}"),
    "log": ("symlog", "write norm: log; ticks of a log norm stand at powers of ten"),
    "z_score": ("normalize", "write normalize: {using: zscore, per: y} within rows, per: x within columns"),
    "standard_scale": ("normalize", "write normalize: {using: minmax, per: y} within rows, per: x within columns"),
    "annot_kws": (
        "annotations",
        "its keys are among those of annotations: {text: '{value:.2f}', size: 8, bold: true}",
    ),
    **dict.fromkeys(
        ("calculate", "mutate", "assign"), ("derive", "write derive: {rate: {divide: [count, population]}}")
    ),
    **dict.fromkeys(
        ("separate", "str_extract", "regex", "split_column"),
        ("derive", "write extract: {column: model, pattern: '{family}-{size}'}"),
    ),
    **dict.fromkeys(("sort", "sort_values", "arrange", "order_by"), (_ALL_DATA, _SORTED)),
    **dict.fromkeys(("rename", "replace", "recode"), (_ALL_DATA, _RENAMED)),
    **dict.fromkeys(
        ("dropna", "drop_na", "fillna", "impute"),
        (_ALL_DATA, "a cell without a score is missing, and missing: {label: not tested} says what that means"),
    ),
    **dict.fromkeys(
        ("multiply", "times", "mul"),
        (
            "divide",
            "divide by its inverse, such as divide: [accuracy, 0.01]; "
            "the product of two columns is divide: [[one, other], 1]",
        ),
    ),
    **dict.fromkeys(("weight", "fontweight"), ("bold style", "write bold: true among the keys of a style")),
    "using": ("by", "write order: {by: {field: accuracy, using: mean}}"),
    "linecolor": ("scores", "write gap: {width: 0.5mm, color: white}"),
    **dict.fromkeys(("subplots", "facets"), ("scores", "write facet: COLUMN, for a panel for each of its labels")),
    "type": ("symlog", "write the norm itself, such as norm: log or norm: {symlog: 1}"),
    **dict.fromkeys(("center", "vcenter"), ("symlog", "write range: {center: 0} beside it")),
    **dict.fromkeys(("size", "fontsize"), ("every", "write style: {size: 8} beside ticks")),
    **dict.fromkeys(("concat", "append", "union"), (_ALL_DATA, "rows of several files: scores: [one.csv, other.csv]")),
    **dict.fromkeys(
        ("skiprows", "skip", "skip_rows"),
        ("scores file", "lines that begin alike are comments: scores: {file: FILE, comment: '#'}"),
    ),
    **dict.fromkeys(("fold", "unpivot"), ("derive", _ROWS)),
    "index_col": ("row_names", "the first column names the rows, unless another does: rows: model"),
    **dict.fromkeys(
        ("joinaggregate", "summarise", "summarize"),
        ("derive", "write aggregate: {column: accuracy, using: mean, by: [model, task], into: accuracy}"),
    ),
    **dict.fromkeys(("join", "merge"), ("derive", "write lookup: {file: FILE, key: model, columns: [params]}")),
    "strip": (
        "beside",
        "write beside: {top: [{strip: {field: COLUMN, colormap: {categories: {CATEGORY: COLOUR}}}}]}; "
        "a strip along y stands at the left or the right",
    ),
    "colors": ("field", "write 'categories' under colormap instead, such as colormap: {categories: {Heron: teal}}"),
    **dict.fromkeys(
        ("axis", "side"), ("field", "leave it out: the list of `beside` that holds it says where it stands")
    ),
}


def before(keys: Collection[str], key: str) -> str:
    """What is said in place of a key of another shape in a mapping that has these keys."""
    beside, hint = BEFORE.get(key, ("", ""))
    return hint if set(beside.split()) & set(keys) else ""


def synonym(form: Form, key: str) -> tuple[tuple[str, ...], Key] | None:
    """Where, from the mapping that holds it on, the language has what another tool's key means.

    None where no such key is known, or what it means has no place there.
    """
    for meant in MEANT.get(key.lower(), ()):
        steps = tuple(meant.split("."))
        there = found(form, steps)
        if there is not None:
            return steps, there
    return None


def likeliest(form: Form, key: str, keys: Collection[str]) -> str | None:
    """The one of these keys of the same mapping that an unknown key stands for, if there is one."""
    meant = synonym(form, key)
    if before(known(form), key):
        return None
    if meant is None:
        return closest(key, keys)
    first, *inner = meant[0]
    return first if first in keys and not inner else None
