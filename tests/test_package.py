"""The package says the same of itself everywhere."""

import re
import tomllib
from pathlib import Path

import onrecord

ROOT = Path(__file__).resolve().parents[1]


READER = ROOT / "models" / "onrecord-reader-en"


def project(folder: Path = ROOT) -> dict:
    return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]


def requirements(name: str) -> list[str]:
    lines = (ROOT / "requirements" / name).read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith(("#", "-"))]


def test_the_pins_come_from_what_the_package_declares() -> None:
    assert requirements("run.in") == project()["dependencies"]
    assert requirements("reader.in") == project(READER)["dependencies"]


def test_every_pin_has_a_hash_and_names_no_host() -> None:
    pins = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    names = re.findall(r"^([a-z0-9][a-z0-9._-]*)==", pins, re.M)
    blocks = re.split(r"^(?=[a-z0-9][a-z0-9._-]*==)", pins, flags=re.M)[1:]
    assert len(names) == len(blocks) > 20
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in pins


def test_nothing_that_runs_needs_torch() -> None:
    pins = (ROOT / "requirements" / "dev.txt").read_text("utf-8")
    assert not re.search(r"^(torch|nvidia-.*|transformers)==", pins, re.M)


def test_one_version_everywhere() -> None:
    version = project()["version"]
    assert onrecord.__version__ == version
    for name, pattern in (
        ("CHANGELOG.md", rf"^## {re.escape(version)}\b"),
        ("CITATION.cff", rf"^version: {re.escape(version)}$"),
    ):
        assert re.search(pattern, (ROOT / name).read_text("utf-8"), re.M), name
