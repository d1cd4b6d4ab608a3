import pytest

from heatfig.language.keys import known
from heatfig.language.model.figure import Document
from heatfig.language.synonyms import MEANT, synonym

MAPPINGS = [
    (),
    *((key,) for key in known(Document, ("",))),
    *(("axes", name) for name in ("x", "y")),
    *(("missing", "tokens", "OOM"), ("strip", 0), ("scores", 0), ("panels", 0)),
]


@pytest.mark.parametrize("name", MEANT)
def test_every_place_that_another_tools_key_may_mean_is_told_somewhere(name: str) -> None:
    found = [synonym(Document, (*mapping, name)) for mapping in MAPPINGS]
    told = {".".join(place) for place, _ in filter(None, found)}
    assert told == set(MEANT[name])


def test_what_has_no_place_in_a_mapping_is_not_told_there() -> None:
    assert synonym(Document, ("figsize",)) is not None
    assert synonym(Document, ("panels", 0, "figsize")) is None
    assert synonym(Document, ("colorbar", "vmin")) is None
    assert synonym(Document, ("hue",)) is None
