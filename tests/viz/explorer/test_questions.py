"""The pages over many documents: matrix, deadlines, gaps, coverage, comparison."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from pathlib import Path

import pytest

from graph.folding import fold
from graph.sqlite import SqliteStore
from graph.store import Store
from queries.matching import load
from queries.refs import ref_key
from tests.viz.explorer.browsing import Get, Seen, browser
from tests.viz.explorer.desks import Behind, Busy
from viz.explorer import scope
from viz.explorer.pages.deadlines import quarter_of


def words(html: str) -> str:
    """What is read, a space between elements."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


# -- matrix


def test_a_body_against_its_documents(get: Get) -> None:
    page = Seen(get("/matrix?q=so+xay+dung+tinh+lai&place=Lai+Châu").text)
    said = [str(a["aria-label"]) for t, a in page.tags if t == "a" and "load" in str(a.get("class"))]
    assert len(said) == 1
    assert said[0].startswith("Sở Xây dựng tỉnh Lai Châu, Kế hoạch Thực hiện Quyết định số 927")
    assert said[0].endswith("chủ trì 9, phối hợp 1")
    lines = get("/matrix?q=so+xay+dung+tinh+lai&as=csv").text.splitlines()
    assert len(lines) == 2
    assert lines[1].endswith("Lai Châu,9,1")


def test_of_a_chain_only(get: Get) -> None:
    all_of_them = words(get("/matrix").text)
    assert "1–40 trong 111" in all_of_them
    assert "338/QĐ-TTg" in all_of_them
    assert "338/QĐ-TTg" not in re.sub(r"(?s)<select.*?</select>", "", get("/matrix?under=292-KH/TU").text)


# -- deadlines


def test_every_duty_stands_in_its_quarter_or_without_a_date(get: Get) -> None:
    html = get("/deadlines?on=2025-03-01&agency=so+xay+dung+lai+chau").text
    said = words(html)
    assert "Quý 4 năm 2024" in said
    assert "PL.2 Tham mưu thành lập Ban Chỉ đạo cấp tỉnh về nhà ở xã hội" in said
    assert "đã quá thời hạn" in said
    rows = get("/deadlines?on=2025-03-01&agency=so+xay+dung+lai+chau&as=csv").text.splitlines()
    counted = sum(int(n) for n in re.findall(r"<li class=.state .*?<b>(\d+)</b>", html))
    assert len(rows) - 1 == counted == 10


def test_a_quarter_shows_its_own(get: Get) -> None:
    page = get("/deadlines?on=2025-03-01&quarter=2025-Q2").text
    assert set(re.findall(r"<b>(\d\d/\d\d/\d{4})</b>", page)) == {"31/05/2025", "30/06/2025"}
    assert "Quý 1 năm 2025" not in re.sub(r"(?s)<table.*?</table>", "", page)


def test_quarters() -> None:
    days = ("2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31", "")
    assert [quarter_of(day) for day in days] == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4", ""]


# -- gaps


def test_gaps_of_a_kind_and_a_chain(get: Get) -> None:
    all_of_them = words(get("/gaps").text)
    assert "12 Biện pháp được nêu mà không giao cho ai." in all_of_them
    assert "1–4 trong 4" in words(get("/gaps?kind=blank_number").text)
    listed = list(csv.DictReader(io.StringIO(get("/gaps?kind=blank_number&as=csv").text.lstrip("\ufeff"))))
    assert [row["kind"] for row in listed] == ["blank_number"] * 4
    # The words that show a gap are looked up for the rows of the page and of the file alike.
    measures = list(csv.DictReader(io.StringIO(get("/gaps?kind=no_body&as=csv").text.lstrip("\ufeff"))))
    assert len(measures) == 12
    assert all(row["quote"] for row in measures)
    of_chain = get("/gaps?under=292-KH/TU&as=csv").text.splitlines()
    assert 1 < len(of_chain) < len(get("/gaps?as=csv").text.splitlines())
    assert not [line for line in of_chain if "hau-giang" in line.split(",")[1]]


# -- coverage


def test_each_part_with_the_words_that_take_it_up(get: Get) -> None:
    said = words(get("/coverage/doc:34-ct-tw:2024-05-24").text)
    assert "Tiếp thu Chỉ thị 34-CT/TW" in said
    assert "Kế hoạch 290-KH/TU" in said
    assert re.search(r"có tiếp thu \d+", said)
    chosen = words(get("/coverage/doc:34-ct-tw:2024-05-24?state=same_words").text)
    assert re.search(r"giống (8[5-9]|9\d|100)%", chosen)
    assert "gần giống ·" not in chosen
    assert get("/coverage/?under=doc:34-ct-tw:2024-05-24").headers["location"] == "/coverage/doc:34-ct-tw:2024-05-24"


def test_what_is_compared_sorts(get: Get) -> None:
    address = "/coverage/doc:34-ct-tw:2024-05-24"

    def refs(query: str) -> list[str]:
        return re.findall(r'<div class="covered-asked"><p class="ref">([^<]*)</p>', get(f"{address}?{query}").text)

    assert refs("sort=ref") == refs("")
    assert refs("sort=-ref") == sorted(refs("sort=-ref"), key=ref_key, reverse=True) != refs("")
    taken = [int(n) for n in re.findall(r'class="number">(\d+) / \d+ phần', get(f"{address}?by_plan=taken").text)]
    assert len(taken) > 1
    assert taken == sorted(taken)
    places = [row["place"] for row in rows_of(get(f"{address}?state=added&by_added=-place&as=csv").text)]
    assert len(set(places)) > 1
    assert places == sorted(places, key=fold, reverse=True)
    assert get(f"{address}?sort=closeness").status_code == 400
    files = [rows_of(get(f"{address}?as=csv{more}").text) for more in ("", "&sort=taken")]
    assert files[0] != files[1]
    assert {tuple(row.items()) for row in files[0]} == {tuple(row.items()) for row in files[1]}


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def test_while_plans_are_compared_the_first_ones_are_shown(samples_store: Store) -> None:
    load()
    get = browser(samples_store, desk=Busy(samples_store))
    page = get("/coverage/doc:34-ct-tw:2024-05-24")
    assert page.status_code == 200
    assert "etag" not in page.headers
    assert page.headers["cache-control"] == "no-store"
    said = words(page.text)
    assert "Đang tính" in said
    assert "văn bản thực hiện trực tiếp" in said
    assert "Kế hoạch 290-KH/TU" in said
    (waiting,) = (a["data-working"] for _, a in Seen(page.text).tags if "data-working" in a)
    assert get(str(waiting)).json() == {"done": False}
    assert get("/coverage/doc:34-ct-tw:2024-05-24?as=csv").status_code == 503


def test_while_gaps_are_looked_for_the_page_says_so(samples_store: Store) -> None:
    get = browser(samples_store, desk=Busy(samples_store))
    said = words(get("/gaps").text)
    assert "Đang tính" in said
    assert "0 trong" not in said
    # Of few documents they are found at once.
    assert "Đang tính" not in words(get("/gaps?place=Lai+Châu").text)


def test_a_page_of_an_earlier_state_says_which_and_is_not_kept(samples_store: Store) -> None:
    get = browser(samples_store, desk=Behind(samples_store))
    for path in ("/", "/documents", "/agencies", "/gaps", "/coverage/doc:34-ct-tw:2024-05-24"):
        page = get(path)
        assert ("meta", {"name": "chithi-revision", "content": "earlier"}) in Seen(page.text).tags, path
        assert "etag" not in page.headers
    assert "Kho vừa có thay đổi" in words(get("/documents").text)
    assert "Kho vừa có thay đổi" not in words(get("/about").text)
    assert "etag" in get("/about").headers


def test_a_file_shows_the_present_state(samples_store: Store, tmp_path: Path) -> None:
    with SqliteStore(str(tmp_path / "empty.db")) as empty:
        get = browser(samples_store, desk=Behind(empty))
        assert "290-KH/TU" not in words(get("/documents").text)
        assert get("/documents?as=csv").text == browser(samples_store)("/documents?as=csv").text


# -- comparison


def test_two_documents_side_by_side(get: Get) -> None:
    said = words(get("/compare?a=290-KH/TU&b=292-KH/TU").text)
    assert "So sánh Kế hoạch 290-KH/TU với Kế hoạch 292-KH/TU" in said
    assert "nhiệm vụ 1 6 6" in said
    only = get("/compare?a=290-KH/TU&b=292-KH/TU&kind=duty&state=only_a&as=csv").text.splitlines()
    assert len(only) == 7
    assert "Gõ số hiệu" in words(get("/compare").text)
    assert get("/compare?a=999-KH/TU&b=292-KH/TU").status_code == 404


def test_a_comparison_sorts(get: Get) -> None:
    address = "/compare?a=290-KH/TU&b=292-KH/TU&as=csv&sort="
    alike = [float(row["closeness"]) for row in rows_of(get(f"{address}-closeness").text)]
    assert alike == sorted(alike, reverse=True)
    kinds = [row["kind"] for row in rows_of(get(f"{address}-kind").text)]
    assert kinds == sorted(kinds, key=["body", "figure", "duty"].index)
    duties = [row["ref_b"] for row in rows_of(get(f"{address}b").text) if row["kind"] == "duty" and row["b"]]
    assert duties == sorted(duties, key=ref_key)
    assert get(f"{address}subject").status_code == 400


# -- a graph too large to be looked through


def test_a_choice_has_to_be_made_first(samples_store: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scope, "MOST_UNCHOSEN", 50)
    get = browser(samples_store)  # type: ignore[arg-type]
    for path in ("/matrix", "/deadlines", "/gaps"):
        said = get(path).text
        assert "Kho có 109 nhiệm vụ, quá nhiều cho một trang." in words(said)
        assert f"{path}?place=Lai+Ch%C3%A2u" in Seen(said).links
        assert "quá nhiều" not in words(get(f"{path}?place=lai+chau").text)
