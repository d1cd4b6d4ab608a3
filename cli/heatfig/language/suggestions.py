"""What to write in place of a key or a word that the language does not have, in its words and by its examples."""

from typing import Any

import yaml

from heatfig.diagnostics import nearest
from heatfig.language.forms import Form, Key, Record
from heatfig.language.hints import keys_of
from heatfig.language.keys import THE_FIGURE, homes, known
from heatfig.language.members import members_of, own_keys, words_of
from heatfig.language.nodes import Mapping, Sequence
from heatfig.language.synonyms import before, synonym

MOST_HOMES = 4
_LOG_AXIS = (
    "its cells are all of one size without `scale`; with true spacing powers of ten stand along the axis by "
    "transform: [{derive: {power: {log10: COLUMN}}}] and {column: power, scale: numbers}"
)
_LINES = {
    **dict.fromkeys(("row", "rows"), ("y", "for within each row")),
    **dict.fromkeys(("column", "columns", "col"), ("x", "for within each column")),
}
_WORDS = {
    **dict.fromkeys(("average", "avg"), "mean"),
    "total": "sum",
    **dict.fromkeys(("size", "n"), "count"),
    "maximum": "max",
    "minimum": "min",
}
# Orders of other tools, each by the key or the word with which it begins here.
ORDERS = {
    **dict.fromkeys(("aoe", "eigen"), ("eigenvectors", "{eigenvectors: angle}")),
    **dict.fromkeys(("fpc", "pca", "pc1"), ("eigenvectors", "{eigenvectors: first}")),
    **dict.fromkeys(("hclust", "cluster", "clustered", "dendrogram"), ("cluster", "{cluster: average}")),
    **dict.fromkeys(("memosort", "oncoprint"), ("lexicographic", "{lexicographic: value, descending: true}")),
    **dict.fromkeys(("alphabet", "alphabetical", "name", "ascending"), ("sorted", "sorted")),
    "original": ("file", "file"),
}
_SPREADS = {"std", "sem", "ci95", "iqr"}


def unknown_key(key: str, there: Mapping, form: Form) -> str:
    """What to write in place of a key that a mapping of this form does not have."""
    keys = known(form)
    if hint := before(keys, key):
        return hint
    if {"by", "like"} <= set(keys) and isinstance(there.get(key), Sequence):
        return "an order of groups stands under group, such as group: {column: COLUMN, order: [GROUP, …]}"
    return _synonym(key, there, form) or _unknown(key, there, keys)


def _synonym(key: str, there: Mapping, form: Form) -> str:
    """What to write in place of another tool's key."""
    meant = synonym(form, key)
    if meant is None:
        return ""
    steps, found = meant
    *outer, name = steps
    if not outer and name in there:
        return f"leave it out: '{name}' stands there already"
    under = f" under {'.'.join(outer)}" if outer else ""
    return f"write '{name}'{under} instead, such as {name}: {flow((found.examples or [''])[0])}"


def _unknown(key: str, there: Mapping, keys: list[str]) -> str:
    if key.startswith("x-"):
        return "keys of your own stand at the top of the spec"
    if key.isdigit() and there.get(key) == "":
        return "a decimal mark is a point; a comma ends the entry"
    if there.get(key) == "" and "text" in keys:
        return f'a text with braces stands in quotes: "{{{key}}}"'
    others = homes(key)
    if THE_FIGURE in others:
        return f"'{key}' is a key of the figure: write it at the left edge of the spec"
    belongs = f"'{key}' is a key of {', '.join(others[:MOST_HOMES])}" if others else ""
    return " ".join(filter(None, (nearest(key, keys, "" if others else "keys here"), belongs)))


def unknown_word(given: str, words: list[str]) -> str:
    """The words that are allowed."""
    if (line := _LINES.get(given.lower())) and ("x.group" in words or "zscore" in words):
        return f"write {line[0] if 'x.group' in words else f'{{using: zscore, per: {line[0]}}}'}, {line[1]}"
    if (word := _WORDS.get(given.lower())) in words:
        return f"write {word}"
    if given in _SPREADS and {"mean", "first"} <= set(words):
        return f"how numbers are combined; their spread stands beside it: {{using: mean, spread: {given}}}"
    if given == "log" and {"numbers", "dates"} <= set(words):
        return _LOG_AXIS
    if all(word.replace("-", "").isalpha() for word in words):
        return nearest(given, words, "allowed here")
    if "\t" in words and given.lower() in {r"\t", "tab"}:
        return r'write "\t" in double quotes: elsewhere a backslash stands for itself'
    return f"allowed here: {', '.join(flow(word, quoted=True) for word in words)}"


def known_order(given: str, form: Form) -> str:
    """What to write in place of another tool's word for an order that this form has; nothing for other words."""
    name, order = ORDERS.get(given.lower(), ("", ""))
    named = [key for member in members_of(form) if isinstance(member, Record) for key in own_keys(member)]
    return f"write order: {order}" if name in {*words_of(form), *named} else ""


def truth(given: str, key: Key | None) -> str:
    """What to write in place of true or false, where it is to be said what; nothing for other words."""
    shown = example(key) if given.lower() in {"true", "yes", "on", "1"} else ""
    return f"say what you want, {shown}" if shown else ""


def kind_alone(given: str, key: Key | None) -> str:
    """What to write in place of the name of a kind without what it takes; nothing for other words."""
    examples = key.examples if key is not None else ()
    meant = [example for example in examples if isinstance(example, dict) and list(example) == [given.lower()]]
    return f"it takes a value, such as {key.name}: {flow(meant[0])}" if key is not None and meant else ""


def example(key: Key | None, words: bool = True) -> str:
    """The key's examples, as a spec would write them; without `words` only lists and mappings."""
    if key is None:
        return ""
    shown = [flow(example) for example in key.examples if words or not isinstance(example, str)][:2]
    return f"such as {key.name}: {' or '.join(shown)}" if shown else ""


def takes_mapping(key: Key | None) -> bool:
    """Whether the examples of a key show more of it than its words."""
    return key is not None and any(isinstance(example, dict) for example in key.examples)


def not_empty(key: Key | None, direct: bool) -> str:
    """What to write in place of nothing at a key, or within what stands there."""
    none = ["none"] if key is not None and direct and "none" in words_of(key.form) else []
    absent = ["leave it out"] if key is not None and direct and not key.required else []
    return "; or ".join(filter(None, [example(key), *none, *absent]))


def whole_kind(form: Form, braces: bool = False) -> str:
    """A kind of a list of kinds with all that it needs, be it in braces; nothing for other forms."""
    if not isinstance(form, Record) or not form.cls.KIND:
        return ""
    needed = {key.name: key.examples[0] for key in keys_of(form.cls).values() if key.required}
    shown = f"{form.cls.KIND}: {flow(needed)}"
    return f"such as {{{shown}}}" if braces else f"such as {shown}"


def whole_range(node: Any, form: Form) -> str:
    """What to write in place of a list of three, where the ends of a range and its center stand."""
    records = (set(known(member)) for member in members_of(form) if isinstance(member, Record))
    if isinstance(node, Sequence) and len(node) == 3 and any({"min", "center", "max"} <= keys for keys in records):
        low, center, high = node
        return f"write {{min: {low}, center: {center}, max: {high}}}, or [{low}, {high}] for the ends alone"
    return ""


def flow(value: Any, quoted: bool = False) -> str:
    """A value as one writes it on the line of its key, be that within braces."""
    style = '"' if quoted else None
    text = yaml.safe_dump([value], default_flow_style=True, default_style=style, sort_keys=False, width=10**9)
    return str(text).strip().removeprefix("[").removesuffix("]")
