"""What holds for every page: headers, limits, languages, freshness, who may read."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest

from graph import Store, open_store
from tests.queries.conftest import LAI_CHAU, SXD_LC, chain_in_memory
from tests.viz.explorer.browsing import Get, Seen, browser
from viz.explorer import assets
from viz.explorer.routes import ROUTES, Route
from viz.explorer.serving import is_loopback, names
from viz.explorer.words import WORDS

EXPLORER = Path(assets.__file__).parent
# What the pages of one thing are asked for: of the samples.
IDS = {
    "document": "doc:292-kh-tu:lai-chau:2024-10-28",
    "agency": "agency:so-xay-dung:lai-chau",
    "duty": "doc:292-kh-tu:lai-chau:2024-10-28#task:IV.1",
    "target": "doc:292-kh-tu:lai-chau:2024-10-28#target:II.1",
}
IDS["text"] = IDS["lineage"] = IDS["document"]
PAGES = sorted(ROUTES)


def address(route: Route) -> str:
    return route.prefix + (quote(IDS.get(route.name, "")) if "{id}" in route.path else "")


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_shown_safely_in_both_languages(get: Get, name: str, lang: str) -> None:
    answer = get(address(ROUTES[name]), params={"lang": lang})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    page = Seen(answer.text)
    assert not page.inline
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], (tag, attributes)
        for link in (attributes.get("href"), attributes.get("src"), attributes.get("action")):
            assert link is None or link.startswith(("/", "#")), link
    assert ("html", {"lang": lang}) in page.tags
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere(get: Get) -> None:
    links: dict[str, str] = {}
    for name, route in ROUTES.items():
        found = sorted({link.partition("#")[0] for link in Seen(get(address(route)).text).links} - {""})
        links |= dict.fromkeys(found[:25], name)
    for link, name in list(links.items())[:120]:
        assert get(link).status_code in (200, 303), (name, link)


def test_a_page_is_sent_once_for_a_revision(get: Get) -> None:
    first = get("/documents")
    again = get("/documents", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content
    assert get("/documents", headers={"If-None-Match": '"other"'}).status_code == 200


def test_what_another_process_adds_is_on_the_next_page(tmp_path: Path) -> None:
    path = str(tmp_path / "live.db")
    with open_store(path) as reading, open_store(path) as writing:
        get = browser(reading)
        before = get("/documents")
        assert "292-KH/TU" not in before.text
        revision = get("/revision").json()
        writing.load(chain_in_memory().records())
        assert get("/revision").json() != revision
        after = get("/documents", headers={"If-None-Match": before.headers["etag"]})
        assert after.status_code == 200
        assert "292-KH/TU" in after.text


def test_it_only_reads(get: Get) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert get("/documents", method=method).status_code == 405
    assert get("/documents", method="HEAD").status_code == 200


HOSTILE = (
    "/documents?page=0",
    "/documents?page=99999999999999999999",
    "/documents?page=1e3",
    "/documents?sort=id;drop",
    "/documents?as=exe",
    "/documents?status=%00",
    "/documents?q=" + "a" * 201,
    "/search?kind=<script>",
    "/?lang=xx",
    "/document/" + "x" * 500,
    "/documents?" + "&".join(f"a{n}=b" for n in range(2000)),
)


@pytest.mark.parametrize("path", HOSTILE)
def test_a_parameter_beyond_its_limits_is_refused_in_a_sentence(get: Get, path: str) -> None:
    answer = get(path)
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert Seen(answer.text).inline == []
    assert "<h1>" in answer.text


def test_what_is_asked_comes_back_as_text_only(get: Get) -> None:
    for words in ('"><script>alert(1)</script>', "{{ 7 * 7 }}", "\u202etxet", "%3Cimg src=x onerror=alert(1)%3E"):
        page = Seen(get("/search", params={"q": words}).text)
        assert not page.inline
        assert not [tag for tag, attributes in page.tags if tag == "img" and "onerror" in attributes]
        assert "\u202e" not in page.words
        assert "49" not in page.words.split("chithi", 1)[0]


def test_an_unknown_name_says_what_is_near(get: Get) -> None:
    answer = get("/document/ke hoach 999-KH/TU")
    assert answer.status_code == 404
    assert get("/nowhere").status_code == 404
    assert "Không có trang này" in get("/nowhere").text
    assert "There is no such page" in get("/nowhere?lang=en").text


def test_a_fault_shows_a_sentence_and_no_trace(samples_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise RuntimeError("secret of the machine")

    monkeypatch.setattr("viz.explorer.pages.documents.listing", fails)
    answer = browser(samples_store)("/documents")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


# -- who may read


def test_it_answers_to_its_own_names_only(samples_store: Store) -> None:
    assert browser(samples_store, host="localhost")("/").status_code == 200
    assert browser(samples_store, host="evil.example")("/").status_code == 400
    assert browser(samples_store, host="evil.example", hosts=["evil.example"])("/").status_code == 200
    assert names("127.0.0.1") == ["127.0.0.1", "localhost", "::1"]
    assert len(names("0.0.0.0", ["kho.example"])) > 4
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert not is_loopback("0.0.0.0")


def test_with_a_token_only_those_who_have_it_read(samples_store: Store) -> None:
    get = browser(samples_store, token="chìa khóa")
    assert get("/").status_code == 401
    assert "content-security-policy" in get("/").headers
    assert get("/static/explorer.css").status_code == 401
    assert get("/?token=wrong").status_code == 401
    assert get("/", headers={"Authorization": "Bearer wrong"}).status_code == 401
    assert get("/", headers={"Authorization": "Bearer chìa khóa".encode()}).status_code in (200, 401)
    entered = get("/documents?token=ch%C3%ACa%20kh%C3%B3a&page=2")
    assert entered.status_code == 303
    assert entered.headers["location"] == "/documents?page=2"
    cookie = entered.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert "chìa" not in cookie
    assert get("/", headers={"Cookie": cookie.partition(";")[0]}).status_code == 200
    assert get("http://127.0.0.1//evil.example/?token=ch%C3%ACa%20kh%C3%B3a").headers["location"].startswith("/evil")


# -- what is served


def test_files_of_the_explorer_are_served_and_nothing_else(get: Get) -> None:
    answer = get("/static/explorer.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert get("/static/explorer.css", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304
    for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static/", "/static/none.js"):
        assert get(path).status_code == 404


def test_search_as_you_type(get: Get) -> None:
    found = get("/suggest", params={"q": "34 ct"}).json()
    assert found[0]["label"] == "Chỉ thị 34-CT/TW"
    assert get(found[0]["link"]).status_code == 200
    assert get("/suggest", params={"q": "so xay dung lai"}).json()[0]["kind"] == "agency"
    assert get("/suggest", params={"q": "x"}).json() == []
    assert get("/suggest").json() == []


def test_lists_are_downloaded_without_formulas(get: Get) -> None:
    csv = get("/documents", params={"as": "csv"})
    assert csv.headers["content-disposition"] == 'attachment; filename="chithi-documents.csv"'
    assert "34-CT/TW" in csv.text
    book = get("/documents", params={"as": "xlsx"})
    assert book.content.startswith(b"PK")
    assert get("/", params={"as": "csv"}).status_code == 404


def test_no_script_of_ours_writes_html() -> None:
    for path in EXPLORER.rglob("*"):
        if path.suffix in {".js", ".j2", ".html"}:
            text = path.read_text(encoding="utf-8")
            assert not re.search(
                r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\|\s*safe\b", text
            ), path
            assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", text), path


def test_every_word_a_template_says_is_in_the_catalogue() -> None:
    for path in EXPLORER.rglob("*.j2"):
        for key in re.findall(r"\bt\('(\w+)'", path.read_text(encoding="utf-8")):
            assert key in WORDS, (path.name, key)
    for key, (vi, en) in WORDS.items():
        assert vi.strip(), key
        assert sorted(re.findall(r"\{\w+\}", vi)) == sorted(re.findall(r"\{\w+\}", en)), key


def test_pages_are_shown_over_a_store_in_memory() -> None:
    get = browser(chain_in_memory())
    ids = {"agency": SXD_LC, "duty": f"{LAI_CHAU}#task:PL.2"}
    for name, route in ROUTES.items():
        if name != "target":  # the chain has no figures
            answer = get(route.prefix + (quote(ids.get(name, LAI_CHAU)) if "{id}" in route.path else ""))
            assert answer.status_code == 200, name
