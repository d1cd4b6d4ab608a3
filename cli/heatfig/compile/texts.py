"""Texts from the spec may hold math; labels from data never do."""

import re

from heatfig.language.model.page import Title
from heatfig.plan.text import Text
from heatfig.scales.number_format import with_minus

_DOLLAR = re.compile(r"(?<!\\)\$")


def spec_text(content: str | None) -> Text:
    r"""A text written in the spec: math where unescaped dollars pair up, else `\$` is a dollar."""
    content = content or ""
    dollars = len(_DOLLAR.findall(content))
    if dollars and dollars % 2 == 0:
        return Text(content, True)
    return Text(with_minus(content.replace(r"\$", "$")))


def title_text(title: Title | None) -> Text:
    """What a title says; nothing where there is none."""
    return spec_text(title.text if title is not None else None)


def data_text(content: str) -> Text:
    """A label from the data, shown as it is but for the minus sign of a number."""
    return Text(with_minus(content))
