"""docker-compose.yml is as the Compose specification demands, and of the version that is embedded."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from cypher.settings import NEO4J_VERSION

ROOT = Path(__file__).parent.parent
FILE = ROOT / "docker-compose.yml"


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))["services"]
    return services


def check(file: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", str(file)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_file_keeps_to_the_compose_specification() -> None:
    done = check(FILE)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_check_refuses_what_the_specification_does_not_know(tmp_path: Path) -> None:
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(FILE.read_text("utf-8").replace("    healthcheck:", "    health:", 1), "utf-8")
    assert check(wrong).returncode != 0


def test_neo4j_is_of_the_version_that_is_embedded(services: dict[str, Any]) -> None:
    assert services["neo4j"]["image"] == f"neo4j:{NEO4J_VERSION}-community"


def test_the_loader_waits_for_neo4j_and_the_page_for_both(services: dict[str, Any]) -> None:
    assert services["loader"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert services["explorer"]["depends_on"]["loader"] == {"condition": "service_completed_successfully"}
    assert "healthcheck" in services["neo4j"]
    assert services["loader"]["restart"] == "no"


def test_ports_are_open_to_this_machine_only(services: dict[str, Any]) -> None:
    ports = [port for service in services.values() for port in service.get("ports", [])]
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_outside() -> None:
    secrets = re.findall(r"^\s*(?:NEO4J_PASSWORD|NEO4J_AUTH): (.*)$", FILE.read_text("utf-8"), re.MULTILINE)
    assert len(secrets) == 2
    assert all("${NEO4J_PASSWORD:?" in secret for secret in secrets)


def test_our_containers_are_read_only_and_their_user_is_not_root(services: dict[str, Any]) -> None:
    for name in ("loader", "explorer"):
        assert services[name]["read_only"] is True
        assert services[name]["cap_drop"] == ["ALL"]
    assert re.search(r"^USER (?!root)\w+", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)


def test_the_image_has_every_file_that_it_copies() -> None:
    copied = re.findall(r"^COPY (.*) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    allowed = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    for name in " ".join(copied).split():
        assert (ROOT / name).exists(), name
        assert f"!{name}" in allowed
