"""What the shell is offered, and that it can be used as it is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from graph import Store, open_store
from queries.names import find_agencies, find_document
from tests.queries.conftest import KH290, LAI_CHAU, SXD_HG, SXD_LC, chain_in_memory
from tests.queries.fake_store import FakeStore, document
from viz.completion import offered


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "chain.db")) as store:
        store.load(chain_in_memory().records())
        yield store


def values(store: Store, kind: str, typed: str) -> list[str]:
    return [item.value for item in offered(store, [kind], typed)]


def test_numbers_of_documents(chain: Store) -> None:
    assert values(chain, "document", "34") == ["34-CT/TW"]
    assert values(chain, "document", "29") == ["290-KH/TU", "292-KH/TU"]
    assert values(chain, "document", "290-kh/t") == ["290-KH/TU"]
    assert find_document(chain, "290-KH/TU").id == KH290


def test_a_document_without_a_number_by_its_name(chain: Store) -> None:
    (value,) = values(chain, "document", "ke-hoach-trien")
    assert find_document(chain, value).id == LAI_CHAU


def test_names_of_bodies_with_and_without_diacritics(chain: Store) -> None:
    found = values(chain, "agency", "so-x")
    assert found == ["so-xay-dung-tinh-hau-giang", "so-xay-dung-tinh-lai-chau"]
    assert [[node.id for node in find_agencies(chain, value)] for value in found] == [[SXD_HG], [SXD_LC]]
    assert values(chain, "agency", "Sở") == found
    assert values(chain, "place", "") == ["hau-giang", "lai-chau"]


def test_one_number_in_two_provinces_carries_the_place() -> None:
    plans = [document(f"doc:{n}", "8/KH-UBND", place=place) for n, place in enumerate(("Lai Châu", "Đắk Lắk"))]
    store = FakeStore(plans)
    found = values(store, "document", "8")
    assert found == ["8/KH-UBND-dak-lak", "8/KH-UBND-lai-chau"]
    assert [find_document(store, value).id for value in found] == ["doc:1", "doc:0"]


def complete(line: str, **environment: str) -> list[str]:
    """What `chithi` prints for bash."""
    words = line.split(" ")
    asked = {"_CHITHI_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    done = subprocess.run(
        [sys.executable, "-c", "import cli; cli.chithi(prog_name='chithi')"],
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parent), **asked, **environment},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return [answer.partition(",")[2] for answer in done.stdout.splitlines() if answer]


def test_through_the_shell(tmp_path: Path) -> None:
    address = str(tmp_path / "chain.db")
    with open_store(address) as store:
        store.load(chain_in_memory().records())
    assert complete("chithi lineage 34", CHITHI_DB=address) == ["34-CT/TW"]
    assert complete(f"chithi --db {address} tasks --agency so-xay-dung-tinh-l", CHITHI_DB="nowhere.db") == [
        "so-xay-dung-tinh-lai-chau"
    ]


def test_silence_without_a_store(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Kính gửi: Sở Xây dựng", encoding="utf-8")
    for address in ("nowhere.db", "letter.db", "neo4j://nowhere"):
        assert (
            complete("chithi lineage 34", CHITHI_DB=str(tmp_path / address) if "://" not in address else address) == []
        )
    assert not (tmp_path / "nowhere.db").exists()


@pytest.mark.parametrize("command", ["lineage", "tasks", "agency", "report"])
def test_the_help_does_not_change(command: str) -> None:
    shown = CliRunner().invoke(cli.chithi, [command, "--help"]).output
    assert "TEXT" in shown or "DOC" in shown or "NAME" in shown
