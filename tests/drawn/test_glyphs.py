"""No character is drawn as another or as a box: what no font has a glyph for is an error."""

from pathlib import Path

import pytest
from figure_case import write_sample

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems


@pytest.mark.parametrize("title", ["a 中 b", "$x^2$ and 中"], ids=["text", "math"])
def test_a_character_without_a_glyph_is_an_error_each_time(title: str, tmp_path: Path) -> None:
    path = write_sample(tmp_path, "part")
    path.write_text(f"{path.read_text('utf-8')}title: '{title}'\n", "utf-8")
    for _ in range(2):
        with pytest.raises(Problems) as found:
            prepare(path)
        assert [problem.code for problem in found.value.diagnostics] == ["no-glyph"]
        assert title in found.value.diagnostics[0].message
