"""Patterns of texts."""

import re


def pattern(text: str) -> re.Pattern[str]:
    """The expression of a pattern: `*` for any characters, `?` for one, a backslash before a literal one.

    What stands between two `*` is looked for once, where it is found first, so that no text takes long.
    """
    between = [""]
    for part in re.findall(r"\\[*?\\]|.", text, re.DOTALL):
        if part == "*":
            between.append("")
        else:
            between[-1] += "." if part == "?" else re.escape(part[-1])
    first, *others = between
    middle = "".join(f"(?>.*?{found})" for found in others[:-1])
    return re.compile(first + middle + "".join(f".*{last}" for last in others[-1:]), re.DOTALL)
