"""One server for all processes, which ends with the last of them, however that ends. Real processes, real kills."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from cypher.connect import BackgroundStore, open_store
from cypher.embedded import client, server
from cypher.embedded.home import Home, State
from cypher.errors import EngineError, GraphUnavailable, NeoTooOld, WrongPassword
from cypher.settings import StoreSettings
from cypher.store import GraphStore

ROOT = Path(__file__).parent.parent.parent
USER = Path(__file__).with_name("user.py")
GONE_SECONDS = 15.0


class User:
    """Another process that uses the store."""

    def __init__(self, settings: StoreSettings) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
        self.process = subprocess.Popen(
            [sys.executable, USER, settings.version],
            env=environment | {"CABLEGRAPH_DATA": str(settings.data), "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def address(self) -> str:
        assert self.process.stdout is not None
        address, _, answer = self.process.stdout.readline().strip().partition(" ")
        assert answer == "True"
        return address

    def end(self, number: int | None = None) -> None:
        if number is not None:
            self.process.send_signal(number)
        self.process.communicate("\n")


def eventually(condition: Callable[[], bool], seconds: float = GONE_SECONDS) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def processes_of(settings: StoreSettings) -> list[psutil.Process]:
    """Every process that has the data folder in its command line: supervisor, server, archive maker."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(settings.data) in " ".join(process.cmdline()):
                found.append(process)
        except psutil.Error:
            continue
    return found


def all_gone(settings: StoreSettings) -> bool:
    return eventually(lambda: not processes_of(settings))


@pytest.fixture
def settings(
    neo4j_settings: StoreSettings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StoreSettings]:
    """Settings of an embedded store of its own, used by every test of this module one after the other."""
    if neo4j_settings.uri:
        pytest.skip("NEO4J_TEST_URI is not the embedded Neo4j")
    folder = tmp_path_factory.getbasetemp() / f"lifetime-{neo4j_settings.version}"
    settings = neo4j_settings.model_copy(update={"data": folder})
    yield settings
    client.stop(settings)
    assert all_gone(settings)


def test_closing_the_last_store_ends_the_server(settings: StoreSettings) -> None:
    with open_store(settings) as store:
        assert store.target.uri.startswith("bolt://127.0.0.1:")
        assert processes_of(settings)
    assert all_gone(settings)
    assert Home(settings.data_folder).read_state() is None


def test_the_password_is_the_owners_alone_and_in_no_command_line(settings: StoreSettings) -> None:
    with open_store(settings) as store:
        file = Home(settings.data_folder).password_file
        assert file.stat().st_mode & 0o777 == 0o600
        secret = file.read_text("utf-8").strip()
        assert store.target.password.get_secret_value() == secret
        assert len(secret) >= 32
        assert not [
            p for p in psutil.process_iter(["cmdline"]) if secret in " ".join(p.info["cmdline"] or [])
        ]


def test_the_server_listens_on_this_machine_only(settings: StoreSettings) -> None:
    with open_store(settings):
        state = Home(settings.data_folder).read_state()
        assert state is not None
        listening = [
            c.laddr.ip for c in psutil.Process(state.server).net_connections("tcp") if c.status == "LISTEN"
        ]
        assert {ip.removeprefix("::ffff:") for ip in listening} == {"127.0.0.1"}


def test_processes_that_start_at_once_share_one_server_and_the_last_ends_it(settings: StoreSettings) -> None:
    users = [User(settings) for _ in range(3)]
    assert len({user.address() for user in users}) == 1
    users[0].end()
    users[1].end(signal.SIGKILL)
    time.sleep(1)
    with open_store(settings) as store:
        users[2].end(signal.SIGHUP)
        assert store.run("server/ping") == [{"ok": True}]
    assert all_gone(settings)


def test_nothing_is_left_when_the_only_user_is_killed_and_the_store_opens_again(
    settings: StoreSettings,
) -> None:
    user = User(settings)
    user.address()
    user.end(signal.SIGKILL)
    assert all_gone(settings)
    with open_store(settings) as store:
        assert store.run("server/ping") == [{"ok": True}]


def test_a_user_killed_while_the_server_starts_leaves_nothing(settings: StoreSettings) -> None:
    user = User(settings)
    assert eventually(lambda: Home(settings.data_folder).read_state() is not None)
    user.end(signal.SIGKILL)
    assert all_gone(settings)


def test_a_killed_server_is_named_and_the_next_opening_starts_another(settings: StoreSettings) -> None:
    with open_store(settings) as store:
        state = Home(settings.data_folder).read_state()
        assert state is not None
        store.driver.execute_query("MERGE (:Entity {id: 'kept'})")
        psutil.Process(state.server).kill()
        with pytest.raises(GraphUnavailable, match="has stopped answering"):
            store.run("server/count")
        with open_store(settings) as again:
            assert again.run("server/count")[0]["nodes"] == 1
            again.driver.execute_query("MATCH (n) DETACH DELETE n")


def test_a_server_whose_supervisor_was_killed_is_adopted(settings: StoreSettings) -> None:
    user = User(settings)
    address = user.address()
    state = Home(settings.data_folder).read_state()
    assert state is not None
    psutil.Process(state.supervisor).kill()
    user.end(signal.SIGKILL)
    with open_store(settings) as store:
        assert store.target.uri == address
    assert all_gone(settings)


def test_everything_killed_at_once_opens_again(settings: StoreSettings) -> None:
    user = User(settings)
    user.address()
    for process in processes_of(settings):
        process.kill()
    user.end(signal.SIGKILL)
    with open_store(settings) as store:
        assert store.run("server/ping") == [{"ok": True}]


def test_a_stale_state_file_is_recognised(settings: StoreSettings) -> None:
    home = Home(settings.data_folder)
    home.folder.mkdir(exist_ok=True)
    home.write_state(
        State("running", settings.version, supervisor=1, server=os.getpid(), server_created=1.0, port=9)
    )
    with open_store(settings) as store:
        assert store.target.uri != "bolt://127.0.0.1:9"


def test_a_page_that_loses_its_server_gets_another(settings: StoreSettings) -> None:
    page = BackgroundStore(settings)
    try:
        with pytest.raises(GraphUnavailable, match="still starting"):
            page.run("server/ping")
        assert page.wait(120).phase == "ready"
        state = Home(settings.data_folder).read_state()
        assert state is not None
        psutil.Process(state.server).kill()
        with pytest.raises(GraphUnavailable):
            page.run("server/ping")
        assert page.wait(120).phase == "ready"
        assert page.run("server/ping") == [{"ok": True}]
    finally:
        page.close()


def test_a_page_closed_while_it_opens_leaves_nothing(settings: StoreSettings) -> None:
    page = BackgroundStore(settings)
    time.sleep(1)
    page.close()
    assert all_gone(settings)


def test_a_lost_password_file_is_told_in_one_sentence(settings: StoreSettings) -> None:
    file = Home(settings.data_folder).password_file
    with open_store(settings):
        pass
    assert all_gone(settings)
    kept = file.read_text("utf-8")
    file.write_text("another\n", "utf-8")
    try:
        with pytest.raises(WrongPassword, match="made with another one"):
            open_store(settings)
    finally:
        file.write_text(kept, "utf-8")


def test_a_wrong_password_of_somebodys_server_is_told(settings: StoreSettings) -> None:
    with open_store(settings) as store:
        wrong = StoreSettings.from_env({"NEO4J_URI": store.target.uri, "NEO4J_PASSWORD": "wrong"})
        with pytest.raises(WrongPassword, match="check NEO4J_USERNAME and NEO4J_PASSWORD"):
            open_store(wrong)


def test_a_server_older_than_the_oldest_is_refused(settings: StoreSettings) -> None:
    with (
        open_store(settings) as store,
        pytest.raises(NeoTooOld, match=rf"Neo4j {store.version}, which is too old"),
    ):
        GraphStore.connect(store.target, oldest=(9999, 0))


def test_a_port_taken_meanwhile_is_no_trouble(settings: StoreSettings) -> None:
    listening = [c.laddr.port for c in psutil.net_connections("tcp") if c.status == "LISTEN"]
    assert all(server.free_port() not in listening for _ in range(20))


def test_a_data_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EngineError, match=r"data folder .* cannot be written .*CABLEGRAPH_DATA"):
        open_store(StoreSettings(data=tmp_path / "file" / "below"))
