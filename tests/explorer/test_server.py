"""The server: a busy port, a wrong setting, the headers that every answer carries."""

from __future__ import annotations

import socket
from dataclasses import dataclass

import pytest

from explorer.app import create_app
from explorer.errors import ExplorerError, PortBusy
from explorer.server import address, bind
from explorer.settings import ExplorerSettings


@dataclass(frozen=True)
class Phase:
    phase: str = "starting"
    message: str = "Neo4j is opening its store"
    done: int = 0
    total: int = 0


class StartingGraph:
    def run(self, name, parameters=None):
        raise AssertionError(f"{name} was asked before a browser came")

    def state(self):
        return Phase()


@pytest.fixture
def client(tmp_path):
    return create_app(StartingGraph(), ExplorerSettings(data=tmp_path)).server.test_client()


def test_a_busy_port_gets_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortBusy, match=rf"Cannot serve on 127\.0\.0\.1:{port} .* --port"):
            bind(ExplorerSettings(port=port))


def test_the_address_is_one_that_a_browser_takes():
    with bind(ExplorerSettings(host="0.0.0.0", port=1024 + 47123)) as listening:
        assert address(ExplorerSettings(host="0.0.0.0"), listening) == "http://127.0.0.1:48147/"


def test_a_setting_that_is_no_number_is_named():
    with pytest.raises(ExplorerError, match="EXPLORER_PORT=eighty is not valid"):
        ExplorerSettings.from_env({"EXPLORER_PORT": "eighty"})


def test_the_page_answers_before_the_graph_and_asks_it_nothing(client):
    assert client.get("/health").status_code == 200
    page = client.get("/")
    assert page.status_code == 200
    assert b'<html lang="en">' in page.data
    assert client.get("/_dash-layout").status_code == 200


def test_every_answer_allows_only_what_this_server_serves(client):
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'; script-src 'self' 'sha256-" in policy
    assert "unsafe-eval" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_in_the_page_or_its_assets_comes_from_elsewhere(client):
    text = client.get("/").data.decode()
    assert "http://" not in text
    assert "https://" not in text


def test_each_output_has_one_owner(tmp_path):
    app = create_app(StartingGraph(), ExplorerSettings(data=tmp_path))
    outputs = [callback["output"] for callback in app._callback_list] or list(app.callback_map)
    assert len(outputs) == len(set(outputs))
    assert not any("@" in output for output in outputs), "allow_duplicate leaves an @ in the output"
