"""Hostile documents change nothing but their own text: on every page, in the files of a site, in the picture."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from tests.viz.explorer import hostile
from tests.viz.explorer.browsing import Get, Seen, browser
from tests.viz.explorer.chromium import launched, served, watched
from viz.explorer import assets
from viz.explorer.site import write_site
from viz.network import write_network

# Ten million characters and five thousand citations take minutes to read; the nightly run has them.
FULL = bool(os.environ.get("CHITHI_LONG"))
PLAN, PARAGRAPH, CITATIONS = (f"doc:{n}-kh-tu:lai-chau:2024-10-28" for n in (901, 902, 903))
TEMPLATES = Path(assets.__file__).parent / "templates"
# What the templates write themselves.
TAGS = {
    tag for path in TEMPLATES.glob("*.j2") for tag in re.findall(r"<([a-z][a-z0-9]*)", path.read_text(encoding="utf-8"))
} | {"a", "p"}
_LARGEST = 3_000_000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("hostile")
    paths = hostile.write(folder) if FULL else hostile.write(folder, paragraph=200_000, cited=300)
    with open_store(str(folder / "hostile.db")) as store:
        assert [outcome.state for outcome in ingest(store, paths, jobs=1)] == ["read"] * 3
        yield store


@pytest.fixture(scope="module")
def get(store: Store) -> Get:
    return browser(store)


def addresses(store: Store) -> list[str]:
    found = [
        "/",
        "/documents",
        "/duties",
        "/agencies",
        "/targets",
        "/targets?check=yes",
        "/matrix",
        "/deadlines",
        "/gaps",
    ]
    found += ["/about", "/search?q=so+xay+dung", "/search?q=script", f"/compare?a={PLAN}&b={PARAGRAPH}"]
    found += ["/coverage/doc:34-ct-tw:2024-05-24", "/lineage/doc:34-ct-tw:2024-05-24", f"/network/{PLAN}?depth=2"]
    for document in (PLAN, PARAGRAPH, CITATIONS):
        found += [f"/{page}/{document}" for page in ("document", "text", "lineage", "network")]
    for node in store.nodes_of(["task", "target", "agency"]):
        page = {"task": "duty", "target": "target", "agency": "agency"}[node.kind]
        found.append(f"/{page}/{node.id.replace('#', '%23')}")
    return found


def harmless(html: str, where: str) -> None:
    page = Seen(html)
    assert not page.inline, where
    for tag, attributes in page.tags:
        assert tag in TAGS, (where, tag)
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "srcdoc")], (where, tag)
        for link in (attributes.get("href"), attributes.get("src"), attributes.get("action")):
            assert not re.match(r"\s*(?:javascript|data|vbscript):|[a-z]*:?//", link or "", re.I), (where, link)
    assert len(html) < _LARGEST, where
    assert not set("\u202e\u2066") & set(html), where


def test_every_page_shows_it_as_text(store: Store, get: Get) -> None:
    seen = ""
    for address in addresses(store):
        answer = get(address)
        assert answer.status_code == 200, address
        harmless(answer.text, address)
        seen += Seen(answer.text).words
    for words in (
        "<script>globalThis.owned=1</script>",
        "<img src=x onerror=globalThis.owned=2>",
        "{{7*191}}",
        "&lt;b&gt;",
    ):
        assert words in seen, words
    assert "1337" not in seen


def test_the_whole_of_a_long_paragraph_can_be_read(store: Store, get: Get) -> None:
    """In parts, each of a bounded size, one after the other."""
    length = len(store.texts([PARAGRAPH])[PARAGRAPH])
    answer = get(f"/text/{PARAGRAPH}?part=2")
    assert answer.status_code == 200
    last = int(re.findall(r"part=(\d+)", answer.text)[-1]) if length < 100_000 else length // 20_000
    assert get(f"/text/{PARAGRAPH}?part={last}").status_code == 200
    harmless(get(f"/text/{PARAGRAPH}?part={last}").text, f"part {last}")


def test_the_files_show_it_as_text(store: Store, tmp_path: Path) -> None:
    write_site(store, tmp_path / "site", most=400)
    for path in (tmp_path / "site").rglob("*.html"):
        harmless(path.read_text(encoding="utf-8"), path.name)
    for path in (tmp_path / "site" / "static" / "search").glob("*.js"):
        assert not set("<>&\u202e") & set(path.read_text(encoding="utf-8")), path.name


def test_nothing_of_it_runs_in_a_browser(store: Store, tmp_path: Path) -> None:
    write_site(store, tmp_path / "site", most=60)
    write_network(store, tmp_path / "picture.html", focus=PLAN, limit=200)
    with launched() as chromium, served(store) as home:
        with watched(chromium, home) as page:
            for address in addresses(store)[:34]:
                page.goto(address)
                assert page.evaluate("globalThis.owned") is None, address
            page.goto("/")
            page.locator("#find").fill("script")
            page.get_by_role("option").first.wait_for()
            assert page.evaluate("globalThis.owned") is None
        with watched(chromium, "file://") as page:
            for path in (*sorted((tmp_path / "site").glob("*/*.html"))[:12], tmp_path / "picture.html"):
                page.goto(path.as_uri())
                assert page.evaluate("globalThis.owned") is None, path.name
            for name in ("Chuỗi văn bản", "Nhiệm vụ", "Chỉ tiêu"):
                page.locator("#views button", has_text=name).click()
                assert page.evaluate("globalThis.owned") is None
            page.goto((tmp_path / "site" / "search.html").as_uri() + "#q=script")
            page.locator("[data-found] li").first.wait_for()
            assert page.evaluate("globalThis.owned") is None


@pytest.fixture(scope="module")
def picture(samples_store: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "picture.html"
    write_network(samples_store, path)
    return path


def test_the_picture_has_its_lineage_and_tables(picture: Path) -> None:
    """The file of `chithi view`, opened from the disk: network, lineage, and tables that filter, sort and download."""
    with launched() as chromium, watched(chromium, "file://") as page:
        page.goto(picture.as_uri())

        def turn(name: str) -> Any:
            page.locator(f'#views button:text-matches("^{name} [0-9]")').click()
            return page.locator("#sheet tbody tr")

        assert turn("Nhiệm vụ").count() == 109
        page.get_by_label("Lọc trong bảng").fill("lai chau lap danh sach")
        assert 0 < page.locator("#sheet tbody tr").count() < 20
        assert turn("Chỉ tiêu").count() == 76
        page.get_by_role("button", name="Giá trị").click()
        page.get_by_role("button", name="Giá trị").click()
        assert page.locator("th[aria-sort=descending]").inner_text() == "Giá trị"
        with page.expect_download() as saved:
            page.get_by_role("button", name="CSV").click()
        assert Path(saved.value.path()).read_text(encoding="utf-8-sig").count("\n") == 77
        assert turn("Văn bản").count() == 12
        turn("Chuỗi văn bản")
        assert page.locator(".band").count() == 12
        assert "“Chỉ thị số 34-CT/TW của Ban Bí thư”" in page.inner_text("#sheet")
        page.locator(".band button", has_text="Kế hoạch 290-KH/TU").click()
        assert "290-KH/TU" in page.inner_text("#panel h2")
