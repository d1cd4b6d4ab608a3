"""SVGs full of hostile texts, opened by a browser in each way that pages have: nothing runs, nothing is asked for.

Every request of the browser, to whichever host, goes through a server of the test. The browser is Chromium, which
.ci/run installs.
"""

import json
import os
import shutil
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(
    BROWSER is None and "CI" not in os.environ, reason="no Chromium here; .ci/run installs one"
)

FAR = "http://far.invalid/caught"
RUNS = f"fetch('{FAR}')"
# Each asks for the same address if it is anything but text.
PAYLOADS = (
    f"<script>{RUNS}</script>",
    f"]]><script>{RUNS}</script>",
    f"</title></svg><script>{RUNS}</script>",
    f"</text></g><image href='{FAR}' width='9' height='9'/>",
    f'"><img src="{FAR}" onerror="{RUNS}">',
    f"' onload='{RUNS}' x='",
    f"<foreignObject><iframe src='{FAR}'/></foreignObject>",
    f"<style>@import url({FAR}); * {{ background: url({FAR}) }}</style>",
    f"}} text {{ fill: url({FAR}) }}",
    f"--><script>{RUNS}</script><!--",
    f"&lt;script&gt;{RUNS}&lt;/script&gt;&#60;script src='{FAR}'>",
    f"<use href='{FAR}#a'/><animate onbegin=\"{RUNS}\"/>",
    f"<?xml-stylesheet href='{FAR}'?><!ENTITY a SYSTEM '{FAR}'>&a;",
    f"<svg onload={RUNS}><set attributeName='href' to='javascript:{RUNS}'/>",
)
NAME = "'-\"><img src=x onerror=fetch(`caught`)>&amp;"
WAYS = {
    "alone": "",
    "object": "<object type='image/svg+xml' data='figure.svg'></object>",
    "frame": "<iframe src='figure.svg'></iframe>",
    "image": "<img src='figure.svg'>",
    "inline": "{svg}",
    "in a style": "<div style='width: 9in; height: 9in; background: url(figure.svg)'></div>",
}
WAIT = 3_000  # milliseconds of the browser's own clock


@pytest.fixture(scope="module")
def svg(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A figure in which every text that a stranger chooses is a payload."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [{"x": one, "y": f"{one} y", "g": f"g {one}", "v": number} for number, one in enumerate(PAYLOADS)]
    (folder / "s.jsonl").write_text("\n".join(map(json.dumps, [*rows, {"x": "a", "y": "b", "g": "c", "v": "OOM"}])))
    spec: dict[str, Any] = {
        "scores": "s.jsonl",
        "value": "v",
        "title": {"text": "\n".join(PAYLOADS), "wrap": 200},
        "axes": {
            "x": {"column": "x", "label": PAYLOADS[0], "labels": {PAYLOADS[1]: PAYLOADS[4]}, "rotation": 90},
            "y": {"column": "y", "label": PAYLOADS[2], "group": "g"},
        },
        "missing": {"label": PAYLOADS[3], "tokens": {"OOM": PAYLOADS[5]}},
        "annotations": {"text": "{value} <script>fetch()</script>", "size": 4},
        "colorbar": {"label": PAYLOADS[6]},
        "size": {"cell": "60mm"},
        "formats": ["svg"],
    }
    (folder / f"{NAME}.yaml").write_text(json.dumps(spec))
    call = [sys.executable, "-m", "heatfig", "render", f"{NAME}.yaml"]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return (folder / f"{NAME}.svg").read_bytes()


class Server(ThreadingHTTPServer):
    """Serves a page and what it shows, and keeps the addresses that it was asked for."""

    def __init__(self, page: bytes, kind: str, figure: bytes) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[str] = []
        self.files = {"/": (page, kind), "/figure.svg": (figure, "image/svg+xml")}


class Answer(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        content, kind = self.server.files.get(self.path.removeprefix("http://page.invalid"), (b"", "text/plain"))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_CONNECT = do_POST = do_GET  # noqa: N815  # the names of the library

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002  # the library's name
        """Say nothing."""


def opened(folder: Path, way: str, svg: bytes) -> tuple[list[str], str]:
    """The addresses of strangers that the browser asks for when it opens a page, and what the page became."""
    page = WAYS[way].replace("{svg}", svg.decode()[svg.index(b"<svg") :] if way == "inline" else "").encode()
    kind = "text/html; charset=utf-8" if page else "image/svg+xml"
    assert BROWSER is not None, "CI tries this in a browser"
    with Server(page or svg, kind, svg) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        call = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"]
        call += ["--disable-background-networking", "--disable-component-update", f"--user-data-dir={folder}"]
        call += [f"--proxy-server=http://127.0.0.1:{server.server_port}", f"--virtual-time-budget={WAIT}"]
        done = subprocess.run(
            [*call, "--dump-dom", "http://page.invalid/"], capture_output=True, text=True, check=True, timeout=120
        )
        server.shutdown()
    assert "http://page.invalid/" in server.asked
    return [address for address in server.asked if "caught" in address or "far.invalid" in address], done.stdout


@pytest.mark.parametrize("way", WAYS)
def test_nothing_runs_and_nothing_is_asked_for(tmp_path: Path, svg: bytes, way: str) -> None:
    asked, became = opened(tmp_path, way, svg)
    assert asked == []
    if way in {"alone", "inline"}:
        assert "<text" in became
        assert "<script" not in became
        assert "<iframe" not in became


@pytest.mark.parametrize("payload", [f"<script>{RUNS}</script>", f"<image href='{FAR}' width='9' height='9'/>"])
@pytest.mark.parametrize("way", ["alone", "frame", "inline"])
def test_what_would_run_is_noticed(tmp_path: Path, payload: str, way: str) -> None:
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' width='99' height='99'>{payload}</svg>".encode()
    assert opened(tmp_path, way, svg)[0] != []
