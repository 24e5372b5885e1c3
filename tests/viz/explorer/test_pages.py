"""What stands on the pages, asked of the samples as a reader would."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, quote

import pytest

from graph.store import Store
from ontology.vocabulary import EDGE_KINDS, NODE_KINDS
from queries.deadlines import STATES
from queries.gaps import KINDS as GAPS
from queries.lineage import lineage
from queries.marked_text import MOST_COVERING
from tests.viz.explorer.browsing import Get, Seen
from viz.explorer.pages.about import ACCURACY
from viz.explorer.pages.lineage import _layers

PLAN = "doc:292-kh-tu:lai-chau:2024-10-28"
CT34 = "doc:34-ct-tw:2024-05-24"


def words(html: str) -> str:
    return " ".join(Seen(html).words.split())


def test_the_first_page_says_what_is_held_and_what_is_missing(get: Get) -> None:
    page = words(get("/").text)
    assert re.search(r"văn bản có toàn văn\s*12\b", page)
    assert "Được dẫn nhiều nhưng chưa có toàn văn" in page
    for example in re.findall(r'<a href="(/search\?q=[^"]+)"', get("/").text):
        assert "hit" in get(example.replace("&amp;", "&")).text, example


def test_a_name_as_typed_leads_to_its_page(get: Get) -> None:
    for path, goes in (
        ("/document/292 kh tu", f"/document/{quote(PLAN, safe=':')}"),
        ("/agency/so xay dung lai chau", "/agency/agency:so-xay-dung:lai-chau"),
        ("/lineage/chi thi 34", f"/lineage/{quote(CT34, safe=':')}"),
        ("/lineage/", f"/lineage/{quote(CT34, safe=':')}"),
    ):
        answer = get(path)
        assert answer.status_code == 303, path
        assert answer.headers["location"] == goes


def test_an_ambiguous_name_lists_what_it_may_mean(get: Get) -> None:
    answer = get("/agency/so xay dung")
    assert answer.status_code == 404
    assert "/agency/agency:so-xay-dung:lai-chau" in answer.text
    assert "/agency/agency:so-xay-dung:dak-lak" in answer.text


def test_marks_and_notes_point_at_each_other(get: Get) -> None:
    html = get(f"/text/{PLAN}").text
    page = Seen(html)
    notes = {id for id in page.ids if id.startswith("s-")}
    places = {id for id in page.ids if id.startswith("e-")}
    assert notes
    assert {id.replace("s-", "e-", 1) for id in notes} <= places
    marks = [attributes for tag, attributes in page.tags if tag == "a" and "data-spans" in attributes]
    assert {mark["href"].removeprefix("#") for mark in marks} <= notes | places
    assert all(len(mark["data-spans"].split()) <= MOST_COVERING for mark in marks)


def test_evidence_elsewhere_leads_to_its_place_in_the_text(get: Get) -> None:
    for path in (f"/document/{PLAN}", f"/duty/{quote(PLAN)}%23task:IV.1", f"/target/{quote(PLAN)}%23target:II.1"):
        links = [link for link in Seen(get(path).text).links if "#e-" in link]
        assert links, path
        for link in links[:5]:
            address, _, anchor = link.partition("#")
            assert anchor in Seen(get(address).text).ids, link


def test_a_quote_is_an_address(get: Get) -> None:
    answer = get(f"/text/{PLAN}", params={"quote": "Chỉ thị số 34-CT/TW"})
    assert answer.status_code == 303
    address, _, anchor = answer.headers["location"].partition("#")
    assert anchor in Seen(get(address).text).ids
    assert get(f"/text/{PLAN}", params={"quote": "không có trong văn bản"}).status_code == 404


def test_what_stands_in_a_part_of_its_own_is_anchored(get: Get) -> None:
    html = get(f"/document/{PLAN}").text
    outline = re.findall(r'href="(/text/[^"]+#provision-[^"]+)"', html)
    assert outline
    page = Seen(get(outline[0].partition("#")[0].replace("&amp;", "&")).text)
    assert outline[0].partition("#")[2] in page.ids


def test_the_way_to_a_chosen_card_is_told_in_words(get: Get, samples_store: Store) -> None:
    rows = lineage(samples_store, CT34)
    far = max(rows, key=lambda row: row.depth)
    page = get(f"/lineage/{CT34}", params={"to": far.document}).text
    assert page.count("on-path") >= 3
    assert page.count('aria-current="true"') == 1
    for row in rows:
        if row.document == far.document:
            assert row.quote[:30] in Seen(page).words
    assert get(f"/lineage/{CT34}", params={"to": "doc:nobody"}).status_code == 200


def test_every_card_stands_below_what_it_carries_out(samples_store: Store) -> None:
    rows = lineage(samples_store, CT34)
    layers = _layers(CT34, rows)
    assert layers[CT34] == 0
    for row in rows:
        if row.direction == "down":
            assert layers[row.document] > layers[row.parent]


def test_lists_sort_and_filter_in_the_address(get: Get) -> None:
    by_date = re.findall(r'<td class="number" data-label="Ngày ban hành">([^<]*)', get("/documents?sort=date").text)
    dated = ["".join(reversed(text.split("/"))) for text in by_date]
    assert dated == sorted(dated)
    assert "292-KH/TU" in get("/documents", params={"q": "lai chau", "status": "ingested"}).text
    assert "292-KH/TU" not in get("/documents", params={"place": "Đắk Lắk"}).text
    assert 'aria-sort="descending"' in get("/documents?sort=-date").text


def test_duties_as_of_a_day_name_who_answers_then(get: Get) -> None:
    """Hải Dương went into Hải Phòng on 1 July 2025 (Nghị quyết 202/2025/QH15)."""
    then = words(get("/duties", params={"place": "hai phong", "as_of": "2026-01-01"}).text)
    before = words(get("/duties", params={"place": "hai phong", "as_of": "2025-01-01"}).text)
    assert "trước là" in then
    assert "trước là" not in before


def test_figures_that_contradict_each_other_are_explained(get: Get) -> None:
    page = words(get("/targets", params={"check": "yes"}).text)
    assert "3.802 (2021-2025) + 13.250 (2026-2030) = 17.052 ≠ 16.900 (2021-2030)" in page


def test_a_document_that_is_only_cited_says_who_cites_it(get: Get, samples_store: Store) -> None:
    cited = next(node for node in samples_store.nodes_of(["document"]) if node.props.get("status") == "cited")
    page = get(f"/document/{quote(cited.id)}")
    assert page.status_code == 200
    assert "chưa có toàn văn" in words(page.text)
    assert "#e-" in page.text
    assert get(f"/text/{quote(cited.id)}").status_code == 404


def test_the_accuracy_told_is_the_accuracy_measured() -> None:
    measured = (Path(__file__).parents[3] / "docs" / "accuracy.md").read_text(encoding="utf-8")
    rows = [tuple(re.findall(r"\b[01]\.\d\d\b", line)) for line in measured.splitlines() if line.startswith("| ")]
    readers = re.search(r"(0\.99) on citations, (0\.97) on duties, (0\.96) on who leads", measured)
    assert readers
    assert [numbers for _, numbers in ACCURACY[1:]] == [row for row in rows if len(row) == 6]
    assert ACCURACY[0][1][:3] == readers.groups()


# Kinds, states and properties as the graph codes them: people read their words.
CODES = {
    *EDGE_KINDS,
    *(name for name in NODE_KINDS if name != "place"),
    *STATES,
    *GAPS,
    *("doc_type", "issuer", "title", "date", "branch", "level", "ingested", "cited", "yearly", "quarterly", "monthly"),
    *("ongoing", "assigned", "achieved", "same_words", "taken_up", "not_taken_up", "confirmed", "contradicts"),
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_no_page_shows_a_code(get: Get, lang: str) -> None:
    plan, directive = "doc:292-kh-tu:lai-chau:2024-10-28", "doc:34-ct-tw:2024-05-24"
    addresses = ["/", "/search?q=nha+o", "/documents", "/duties", "/agencies", "/targets", "/targets?check=yes"]
    addresses += ["/matrix", "/deadlines", "/about", "/compare?a=290-KH/TU&b=292-KH/TU", f"/coverage/{directive}"]
    addresses += [f"/gaps?kind={kind}" for kind in GAPS]
    addresses += [f"/{page}/{id}" for page in ("document", "text", "lineage", "network") for id in (plan, directive)]
    addresses += ["/agency/agency:so-xay-dung:lai-chau", f"/duty/{plan}%23task:IV.1", f"/target/{plan}%23target:II.1"]
    for address in addresses:
        answer = get(address, params={**dict(parse_qsl(address.partition("?")[2])), "lang": lang})
        assert answer.status_code == 200, address
        seen = set(re.findall(r"\w+", Seen(answer.text).words))
        wrong = {code for code in CODES if (lang == "vi" or "_" in code) and code in seen}
        assert wrong == set(), address
