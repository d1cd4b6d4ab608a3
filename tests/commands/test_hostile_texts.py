"""Hostile texts as labels and titles, through all commands: a terminal gets text, a program the very same."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from terminal import check_harmless

# None of these may stand in a figure as it is, or be told as it is; all may stand in JSON.
REFUSED = ["a\x1b[2Jb", "a\x9b2Jb", "a\x07b", "a\rb", "a\u202eb", "a\u2066b", "a\x00b", "a\ufffeb"]
DRAWN = ["::error::x", "##[error]x", "a\u200bb", "%0A::x", "\u200fa", "a#b::c", "a,b\"c'"]
FORMATS = ("text", "json", "github")
OF_SPECS = [["check"], ["render", "--check"], ["render", "--junit", "junit.xml", "--depfile", "d.d"], ["show"]]


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "heatfig", *arguments]
    environment = os.environ | {"COLUMNS": "100", "PYTHONUTF8": "1"}
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def lay_out(folder: Path, texts: list[str], titled: bool) -> None:
    rows = [{"x": text, "y": f"{text} y", "v": number} for number, text in enumerate(texts)]
    (folder / "s.jsonl").write_text("\n".join(map(json.dumps, rows)))
    spec = {"scores": "s.jsonl", "value": "v", "axes": {"x": "x", "y": "y"}, "formats": ["svg"]}
    title = {"title": {"text": " ".join(texts), "wrap": 40}} if titled else {}
    (folder / "s.yaml").write_text(json.dumps(spec | title))


@pytest.mark.parametrize("message_format", FORMATS)
@pytest.mark.parametrize("texts", [REFUSED, DRAWN], ids=["refused", "drawn"])
def test_what_is_said_of_them_is_text(tmp_path: Path, texts: list[str], message_format: str) -> None:
    lay_out(tmp_path, texts, titled=texts is DRAWN)
    for command, *options in OF_SPECS:
        done = heatfig(tmp_path, command, "s.yaml", *options, "--message-format", message_format)
        said = [line for line in done.stderr.splitlines() if not line.startswith("::error title=heatfig")]
        check_harmless("\n".join([*done.stdout.splitlines(), *(line.removeprefix("::error ") for line in said)]))
        assert "fault" not in done.stderr
        if message_format == "json":
            assert all(isinstance(json.loads(line)["message"], str) for line in done.stderr.splitlines())
    for report in tmp_path.glob("junit.xml"):
        root = ElementTree.fromstring(report.read_text())
        check_harmless("\n".join(text for one in root.iter() for text in (*one.attrib.values(), one.text or "")))


def test_programs_get_the_very_same_texts(tmp_path: Path) -> None:
    lay_out(tmp_path, DRAWN, titled=True)
    for command, column in (("rows", "x"), ("cells", "x")):
        said = heatfig(tmp_path, command, "s.yaml").stdout
        assert {row[column] for row in csv.DictReader(io.StringIO(said, newline=""))} == set(DRAWN)
    plan = json.loads(heatfig(tmp_path, "plan", "s.yaml").stdout)
    assert [key[-1] for key in plan["panels"][0]["x"]["keys"]] == DRAWN
    assert json.loads(heatfig(tmp_path, "deps", "s.yaml", "--format", "json").stdout)[0]["inputs"] == [
        "s.yaml",
        "s.jsonl",
    ]


def test_rows_that_no_figure_may_have_reach_no_terminal_as_they_are(tmp_path: Path) -> None:
    lay_out(tmp_path, ["a\u202eb", "a\u2066b", *DRAWN], titled=False)
    ours, theirs = os.openpty()
    for command in ("rows", "cells", "plan"):
        call = [sys.executable, "-m", "heatfig", command, "s.yaml"]
        environment = os.environ | {"NO_COLOR": "1"}
        subprocess.run(call, cwd=tmp_path, env=environment, stdout=theirs, stderr=theirs, check=False)
        check_harmless(os.read(ours, 65536).decode().replace("\r\n", "\n"))
    os.close(theirs)
    os.close(ours)
