import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Literal, get_args, get_origin

import heatfig

TableOfWords = tuple[str, dict[str, Any], set[str]]  # its name, the table, and all words of its keys' type


def test_a_table_over_words_has_an_entry_for_each_of_them() -> None:
    """Mypy refuses a word that there is not, and not a table that lacks one."""
    tables = list(_tables())
    assert "_DASHES" in {name for name, _, _ in tables}
    assert [(name, words - table.keys()) for name, table, words in tables if words != table.keys()] == []


def _tables() -> Iterator[TableOfWords]:
    for info in pkgutil.walk_packages(heatfig.__path__, "heatfig."):
        if not info.name.endswith("__main__"):
            module = vars(import_module(info.name))
            for name, hint in module.get("__annotations__", {}).items():
                words = next(iter(get_args(hint)), None)
                if isinstance(module.get(name), dict) and get_origin(words) is Literal:
                    yield name, module[name], set(get_args(words))
