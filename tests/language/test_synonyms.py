import re

import pytest
import yaml

from heatfig.language.forms import Form, Record
from heatfig.language.hints import keys_of
from heatfig.language.keys import DOCUMENT, inside
from heatfig.language.model.axes import Axis
from heatfig.language.model.figure import Panel
from heatfig.language.suggestions import ORDERS, known_order
from heatfig.language.synonyms import BEFORE, MEANT, synonym


def mappings(form: Form) -> list[Form]:
    """A mapping of the language and all within it."""
    return [form, *(found for _, _, within in inside(form) for found in mappings(within))]


MAPPINGS = mappings(DOCUMENT)


@pytest.mark.parametrize("name", MEANT)
def test_every_place_that_another_tools_key_may_mean_is_told_somewhere(name: str) -> None:
    told = {".".join(found[0]) for mapping in MAPPINGS if (found := synonym(mapping, name)) is not None}
    assert told == set(MEANT[name])


def test_what_has_no_place_in_a_mapping_is_not_told_there() -> None:
    assert synonym(DOCUMENT, "figsize") is not None
    assert synonym(Record(Panel), "figsize") is None
    assert synonym(DOCUMENT, "hue") is None


@pytest.mark.parametrize("key", BEFORE)
def test_what_stands_in_other_words_may_be_pasted(key: str) -> None:
    _, mend = BEFORE[key]
    for written in re.findall(r"(?:^write |: )((?:\w+: )?(?:\w+: .+?\}))(?=;|$| and |, and )", mend):
        yaml.safe_load("{" + written + "}")


@pytest.mark.parametrize(("name", "order"), dict.fromkeys(ORDERS.values()))
def test_what_other_tools_orders_are_here_is_an_order_that_begins_so(name: str, order: str) -> None:
    written = yaml.safe_load(order)
    assert name == next(iter(written if isinstance(written, dict) else [written]))
    form = keys_of(Axis)["order"].form
    word = next(word for word, meant in ORDERS.items() if meant == (name, order))
    assert known_order(word, form) == f"write order: {order}"
