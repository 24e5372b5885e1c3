"""The site in a folder: complete in itself, and never written over something else."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from graph.store import Store
from tests.viz.explorer.browsing import Seen
from viz.explorer.folder import Address, Filed, address_of
from viz.explorer.site import MARK, NotASite, write_site


@pytest.fixture(scope="module")
def folder(samples_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "new"
    written = write_site(samples_store, folder)
    assert written == len(list(folder.rglob("*.html"))) > 60
    return folder


def test_every_link_leads_to_a_file_of_the_folder(folder: Path) -> None:
    checked = 0
    for path in folder.rglob("*.html"):
        page = Seen(path.read_text(encoding="utf-8"))
        for tag, attributes in page.tags:
            for link in (attributes.get("href"), attributes.get("src")):
                if link is None or link.startswith("#"):
                    continue
                target = (path.parent / unquote(link.partition("#")[0])).resolve()
                assert target.is_relative_to(folder.resolve()), (path.name, link)
                assert target.exists(), (path.name, link)
                checked += 1
            assert attributes.get("type") != "module", path.name
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (path.name, tag)
        assert not page.inline, path.name
        assert "default-src 'none'" in unescape(path.read_text(encoding="utf-8"))
    assert checked > 1000


def test_names_suit_every_file_system(folder: Path) -> None:
    for path in folder.rglob("*"):
        assert re.fullmatch(r"[a-z0-9._-]+", path.name), path.name
        assert len(path.name) < 120
    names = [path.relative_to(folder).as_posix().lower() for path in folder.rglob("*")]
    assert len(names) == len(set(names))


def test_the_search_has_every_document(folder: Path, samples_store: Store) -> None:
    def loaded(path: Path) -> object:
        return json.loads(path.read_text(encoding="utf-8").partition(",")[2].rstrip().removesuffix(");"))

    search = folder / "static" / "search"
    entries = [entry for path in search.glob("e-*.js") for entry in loaded(path)]  # type: ignore[attr-defined]
    documents = {entry[3] for entry in entries if entry[1] == "document"}
    assert len(documents) == sum(1 for _ in samples_store.nodes_of(["document"]))
    assert all((folder / path).is_file() for path in documents)
    words = loaded(search / "w-34.js")
    assert "34" in words  # type: ignore[operator]


def test_nothing_else_is_written_over(samples_store: Store, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(NotASite):
        write_site(samples_store, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(NotASite):
        write_site(samples_store, tmp_path / "letter.txt")


def test_a_site_is_replaced_and_never_larger_than_asked(samples_store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert write_site(samples_store, folder, most=30) <= 31
    (folder / "letter.txt").write_text("not ours", encoding="utf-8")
    (folder / MARK).write_text((folder / MARK).read_text() + "document/old.html\n../outside.txt\n", encoding="utf-8")
    (folder / "document" / "old.html").write_text("old", encoding="utf-8")
    (tmp_path / "outside.txt").write_text("kept", encoding="utf-8")
    write_site(samples_store, folder, most=10, lang="en")
    assert not (folder / "document" / "old.html").exists()
    assert (folder / "letter.txt").exists()
    assert (tmp_path / "outside.txt").exists()
    assert len(list(folder.rglob("*.html"))) <= 11
    assert 'lang="en"' in (folder / "index.html").read_text(encoding="utf-8")
    page = Seen((folder / "index.html").read_text(encoding="utf-8"))
    assert all((folder / unquote(link.partition("#")[0])).exists() for link in page.links if not link.startswith("#"))


def test_addresses() -> None:
    held: set[Address] = set()

    def wanted(address: Address) -> bool:
        held.add(address)
        return True

    links = Filed(Address("document", "doc:34-ct-tw:2024-05-24"), wanted)
    assert links.to("home") == "../index.html"
    assert re.fullmatch(
        r"../document/292-kh-tu-lai-chau-[0-9a-f]{10}.html#x", links.to("document", "doc:292-kh-tu:lai-chau", at="x")
    )
    assert links.to("search", q="nhà ở") == "../search.html#q=nh%C3%A0+%E1%BB%9F"
    assert links.to("network", "doc:1") == links.to("documents", sort="title") == links.to("nowhere") == ""
    assert address_of("documents", "", {"page": 2}) == Address("documents", "", (("page", 2),))
    assert Address("document", "doc:a/b").path != Address("document", "doc:a:b").path
