"""The main job as a user runs it: the sample behind a page that answers at once and leaves nothing running."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from cypher.settings import StoreSettings
from tests.cli.conftest import COMMAND, Run, assert_one_sentence

pytestmark = pytest.mark.neo4j


def free_port() -> int:
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def environment(data: Path, settings: StoreSettings) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "CABLEGRAPH_", "EXPLORER_"))}
    return {
        **clean,
        "CABLEGRAPH_DATA": str(data),
        **({"CABLEGRAPH_JARS": str(settings.jars)} if settings.jars else {}),
    }


def servers(data: Path) -> list[psutil.Process]:
    """The Neo4j servers of a data folder, and what watches them."""
    found = []
    for process in psutil.process_iter(["cmdline"]):
        with contextlib.suppress(psutil.Error):
            if (
                any(str(data) in part for part in process.info["cmdline"] or [])
                and process.pid != os.getpid()
            ):
                found.append(process)
    return found


def until(condition: Callable[[], object], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


@pytest.fixture
def demo(tmp_path: Path, neo4j_settings: StoreSettings) -> Iterator[tuple[subprocess.Popen[str], int, Path]]:
    if neo4j_settings.uri or neo4j_settings.version != StoreSettings().version:
        pytest.skip("the demo runs the embedded Neo4j of its own version")
    data, port = tmp_path / "data", free_port()
    process = subprocess.Popen(
        [COMMAND, "demo", "--port", str(port)],
        env=environment(data, neo4j_settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        # A shell lets what it starts in the background ignore Ctrl-C, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        yield process, port, data
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()
        until(lambda: not servers(data), 60)


@pytest.mark.parametrize(
    "end", [signal.SIGINT, signal.SIGHUP, signal.SIGTERM, signal.SIGKILL], ids=lambda s: s.name
)
def test_however_the_demo_ends_no_process_stays_and_its_store_opens_again(
    demo: tuple[subprocess.Popen[str], int, Path],
    end: signal.Signals,
    cablegraph: Run,
    neo4j_settings: StoreSettings,
) -> None:
    process, port, data = demo
    assert until(lambda: answers(port), 60)
    assert until(lambda: loaded(data, cablegraph, neo4j_settings), 120)
    process.send_signal(end)
    assert until(lambda: process.poll() is not None, 30)
    assert until(lambda: not servers(data), 60), [one.cmdline() for one in servers(data)]
    assert loaded(data, cablegraph, neo4j_settings)
    assert until(lambda: not servers(data), 60)


def loaded(data: Path, cablegraph: Run, settings: StoreSettings) -> bool:
    """Ask a second process, which joins the running server, whether the sample is in the graph."""
    env = environment(data, settings)
    run = cablegraph("query", "who_met_whom", "--param", "limit=1", "--format", "csv", env=env)
    return run.returncode == 0 and "Gorbachev" in run.stdout


def test_a_busy_port_is_said_before_neo4j_is_started(cablegraph: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert_one_sentence(
            cablegraph("demo", "--port", port, env={"CABLEGRAPH_DATA": str(tmp_path / "data")}), str(port)
        )
    assert not (tmp_path / "data").exists()


def test_a_wrong_password_is_said(
    cablegraph: Run, neo4j_session: object, neo4j_settings: StoreSettings
) -> None:
    address = neo4j_session.target.uri  # type: ignore[attr-defined]
    run = cablegraph(
        "status", env={"NEO4J_URI": address, "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "not this one"}
    )
    assert_one_sentence(run, "NEO4J_PASSWORD")


def test_a_data_folder_that_cannot_be_one_is_said(cablegraph: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file, no folder")
    run = cablegraph("status", env={"CABLEGRAPH_DATA": str(tmp_path / "file" / "data")})
    assert_one_sentence(run, "CABLEGRAPH_DATA")


def test_loading_beside_an_open_page_joins_its_neo4j(
    demo: tuple[subprocess.Popen[str], int, Path],
    cablegraph: Run,
    tmp_path: Path,
    neo4j_settings: StoreSettings,
) -> None:
    _, port, data = demo
    assert until(lambda: answers(port), 60)
    post = tmp_path / "own.txt"
    post.write_text(
        "On 3 May 2001, Foreign Minister Anna Lind of Sweden met with Ambassador John Smith in Stockholm.",
        "utf-8",
    )
    env = environment(data, neo4j_settings)
    first = cablegraph("load", post, env=env)
    assert first.returncode == 0, first.stderr
    assert "1 new" in first.stdout
    second = cablegraph("load", post, env=env)
    assert "0 new, 1 unchanged" in second.stdout
    java = [one for one in servers(data) if "java" in one.name()]
    assert len(java) == 1
