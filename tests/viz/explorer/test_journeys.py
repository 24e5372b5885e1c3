"""What people come for, from the first page to the words that prove it, in Chromium."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from graph import Store, open_store
from ingest.batch import ingest
from tests.viz.explorer.chromium import launched, served, watched
from tests.viz.explorer.conftest import SAMPLES

DIRECTIVE = "doc:34-ct-tw:2024-05-24"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def home(samples_store: Store) -> Iterator[str]:
    with served(samples_store) as address:
        yield address


@pytest.fixture
def page(browser: Any, home: str) -> Iterator[Any]:
    with watched(browser, home) as found:
        yield found


def read(page: Any, part: str = "main") -> str:
    return " ".join(page.inner_text(part).split())


def focused(page: Any) -> str:
    return " ".join(str(page.evaluate("document.activeElement.textContent")).split())


def tab_to(page: Any, words: str, most: int = 120) -> None:
    """Press Tab until what has the focus says this."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"{words} is not reached by Tab")


# -- with a mouse


def test_find_every_duty_of_a_department(page: Any) -> None:
    page.goto("/")
    page.get_by_role("searchbox").or_(page.get_by_role("combobox")).first.fill("so xay dung lai chau")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/agency/agency:so-xay-dung:lai-chau")
    assert page.inner_text("h1") == "Sở Xây dựng tỉnh Lai Châu"
    said = read(page)
    for ref in ("V.2", "PL.2", "PL.6", "PL.7", "PL.13", "PL.15"):
        assert ref in said
    assert "Tham mưu thành lập Ban Chỉ đạo cấp tỉnh về nhà ở xã hội" in said
    assert "Tháng 11/2024" in said


def test_why_does_a_duty_exist(page: Any) -> None:
    page.goto("/search?q=dieu+chinh+ke+hoach+su+dung+dat")
    page.get_by_role("link", name=re.compile("Điều chỉnh kế hoạch sử dụng đất cấp huyện")).first.click()
    page.wait_for_url("**/duty/**PL.14")
    why = read(page)
    why = why[why.index("Vì sao có nhiệm vụ này") :]
    assert why.index("Quyết định 927/QĐ-TTg") < why.index("Chỉ thị 34-CT/TW")
    assert "Chỉ thị số 34-CT/TW của Ban Bí thư" in why
    page.get_by_role("link", name="Chỉ thị 34-CT/TW").first.click()
    assert "34-CT/TW" in page.inner_text("h1")


def test_what_a_merged_province_answers_for(page: Any) -> None:
    """Hải Dương went into Hải Phòng on 1 July 2025; the samples hold a plan of Hải Dương only."""
    page.goto("/duties?place=Hải+Phòng")
    assert "Hải Dương" not in read(page, "main")
    page.get_by_label("Ai chịu trách nhiệm vào ngày").fill("2026-01-01")
    page.get_by_role("button", name="Áp dụng").click()
    page.wait_for_url("**as_of=2026-01-01**")
    said = read(page)
    assert "Hải Dương" in said
    assert "trước là" in said


def test_which_figures_contradict_each_other(page: Any) -> None:
    page.goto("/")
    page.get_by_role("navigation").get_by_role("link", name="Chỉ tiêu").click()
    page.locator(".tabs a[href*='check=yes']").click()
    page.wait_for_url("**check=yes**")
    said = read(page)
    assert "mâu thuẫn" in said
    assert "3.802" in said
    assert "16.900" in said


def test_from_a_search_to_the_quote(page: Any) -> None:
    page.goto("/")
    field = page.locator("#find")
    field.fill("von ngan hang chinh sach xa hoi")
    field.press("Enter")
    page.wait_for_url("**/search?q=**")
    page.locator(".tabs a", has_text="nhiệm vụ").click()
    page.locator(".found h2 a").first.click()
    page.wait_for_url("**/duty/**")
    page.get_by_role("link", name="Xem trong văn bản").first.click()
    page.wait_for_url("**/text/**")
    place = page.url.partition("#")[2]
    assert place.startswith("e-")
    marked = page.locator(f"[id='{place}']")
    assert marked.is_visible()
    box = marked.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_a_directive_through_the_provinces(page: Any) -> None:
    page.goto(f"/lineage/{DIRECTIVE}")
    page.locator(".node-card", has_text="Lai Châu").last.click()
    page.wait_for_url("**to=**")
    way = read(page, "#way")
    assert "thực hiện" in way
    assert "Chỉ thị 34-CT/TW" in way
    page.go_back()
    assert "to=" not in page.url
    assert page.locator("#way").count() == 0


def test_the_way_to_a_card_crosses_no_other(page: Any) -> None:
    """Every card, at two widths: no point of the drawn line lies on a card that it does not join."""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"/lineage/{DIRECTIVE}")
        ids = [card.get_attribute("data-id") for card in page.locator("[data-id]").all()]
        assert len(ids) > 8
        for chosen in ids[1:]:
            page.goto(f"/lineage/{DIRECTIVE}?to={quote(str(chosen))}")
            page.wait_for_selector(".ways path:not(.tip)", state="attached")
            assert page.evaluate(_CROSSED) == [], f"{chosen} at {width}"


# Of every line the points, a pixel apart, that lie within a card other than those at its ends.
_CROSSED = """() => {
  const svg = document.querySelector(".ways").getBoundingClientRect();
  const found = [...document.querySelectorAll("[data-id]")];
  const cards = found.map((card) => [card.dataset.id, card.getBoundingClientRect()]);
  const within = (box, x, y, by) => x > box.left + by && x < box.right - by && y > box.top + by && y < box.bottom - by;
  const crossed = new Set();
  for (const line of document.querySelectorAll(".ways path:not(.tip)")) {
    const at = (d) => { const p = line.getPointAtLength(d); return [p.x + svg.left, p.y + svg.top]; };
    const length = line.getTotalLength();
    const ends = [at(0), at(length)];
    for (let d = 0; d <= length; d += 1) {
      const [x, y] = at(d);
      for (const [id, box] of cards) {
        const own = ends.some(([a, b]) => within(box, a, b, -12));
        if (within(box, x, y, own ? 3 : 0)) crossed.add(id);
      }
    }
  }
  return [...crossed];
}"""


def test_a_list_in_another_order(page: Any) -> None:
    page.goto("/duties?place=Lai+Châu")
    page.get_by_role("link", name="Thời hạn", exact=True).last.click()
    page.wait_for_url("**sort=deadline**")
    assert page.locator("th[aria-sort=ascending]").inner_text().strip("▲ ").startswith("Thời hạn")
    first = read(page, "tbody tr:first-child")
    page.get_by_role("link", name=re.compile("^Thời hạn")).last.click()
    page.wait_for_url("**sort=-deadline**")
    assert read(page, "tbody tr:first-child") != first
    page.go_back()
    assert read(page, "tbody tr:first-child") == first


def test_deadlines_of_a_quarter(page: Any) -> None:
    page.goto("/deadlines?on=2024-10-15")
    page.get_by_role("link", name=re.compile(r"^Quý 4 năm 2024: \d+ việc")).click()
    page.wait_for_url("**quarter=2024-Q4**")
    days = page.locator(".due-when b").all_inner_texts()
    assert len(days) >= 10
    assert {day[3:] for day in days} <= {"10/2024", "11/2024", "12/2024"}
    assert page.locator("h2", has_text="Quý 4 năm 2024").is_visible()
    page.get_by_role("link", name="Mọi thời hạn").click()
    assert page.locator(".due").count() > len(days)


def test_gaps_of_a_directive(page: Any) -> None:
    page.goto("/gaps")
    page.get_by_label("Thuộc chuỗi của văn bản").select_option(label="Chỉ thị 34-CT/TW")
    page.get_by_role("button", name="Áp dụng").click()
    page.wait_for_url("**under=**")
    page.locator(".gap-kind", has_text="Nhiệm vụ không nêu thời hạn").click()
    page.wait_for_url("**kind=no_deadline**")
    told = int(page.locator(".gap-kind[aria-current] b").inner_text())
    assert page.locator("tbody tr").count() == min(told, 50) > 5
    assert f"trong {told}" in read(page)
    page.locator("tbody td.words a").first.click()
    page.wait_for_url("**/duty/**")
    assert "Không nêu thời hạn" in read(page)


def test_two_plans_side_by_side(page: Any) -> None:
    page.goto("/compare")
    page.get_by_label("Văn bản A").fill("290 kh tu")
    page.get_by_label("Văn bản B").fill("292 kh tu")
    page.locator(".filter button").click()
    page.wait_for_url("**a=290**")
    assert page.inner_text("h1") == "So sánh Kế hoạch 290-KH/TU với Kế hoạch 292-KH/TU"
    page.locator(".tabs a", has_text="chỉ văn bản A").click()
    page.wait_for_url("**state=only_a**")
    assert set(page.locator("td[data-label=B]").all_inner_texts()) == {"Không có"}


def test_a_list_as_a_file(page: Any) -> None:
    page.goto("/documents?place=Lai+Châu&status=ingested")
    shown = page.locator("tbody tr").count()
    with page.expect_download() as csv_file:
        page.get_by_role("link", name="CSV").click()
    text = Path(csv_file.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == shown == 2
    assert {row["place"] for row in rows} == {"Lai Châu"}
    with page.expect_download() as book:
        page.get_by_role("link", name="Excel").click()
    from openpyxl import load_workbook

    assert load_workbook(io.BytesIO(Path(book.value.path()).read_bytes())).active.max_row == shown + 1


def ready(page: Any, turn: int) -> None:
    page.wait_for_selector(f"[data-net][data-ready='{turn}']")


def test_a_network_grows_and_goes_back(page: Any) -> None:
    page.goto(f"/network/{DIRECTIVE}")
    ready(page, 1)
    before = page.locator("[data-node]").count()
    page.get_by_role("link", name=re.compile(r"^\+\d+ cơ quan$")).first.click()
    ready(page, 2)
    page.wait_for_url("**more=**")
    assert page.locator("[data-node]").count() > before
    assert page.locator(".net-said .quote").count() > 3
    page.get_by_role("link", name="Kế hoạch 292-KH/TU").first.click()
    page.wait_for_url("**chosen=**")
    assert "292-KH/TU" in page.inner_text("[data-chosen] h2")
    page.locator("[data-hide]").click()
    page.wait_for_url("**hide=**")
    assert "292-KH/TU" not in page.inner_text(".net-list")
    page.go_back()
    page.locator(".net-list", has_text="292-KH/TU").wait_for()
    page.get_by_role("switch", name=re.compile("nhiệm vụ")).click()
    page.wait_for_url("**off=task**")
    assert page.locator(".net-list .dot-task").count() == 0
    page.reload()
    ready(page, 1)
    assert page.locator(".net-list .dot-task").count() == 0


def test_an_open_page_notices_what_another_process_reads(browser: Any, tmp_path: Path) -> None:
    db, samples = str(tmp_path / "live.db"), sorted(SAMPLES.glob("[0-9]*"))
    with open_store(db) as store:
        list(ingest(store, samples[:1], jobs=1))
        with served(store) as home, watched(browser, home) as page:
            page.clock.install()
            page.goto("/documents?status=ingested")
            assert page.locator("tbody tr").count() == 1
            page.clock.run_for(25_000)
            assert page.locator("[data-notice]").is_hidden()
            reading = [sys.executable, "-m", "cli", "--db", db, "ingest", str(samples[6])]
            subprocess.run(reading, check=True, capture_output=True, timeout=120)
            page.clock.run_for(25_000)
            notice = page.locator("[data-notice]")
            notice.wait_for()
            assert "Kho vừa có thay đổi." in notice.inner_text()
            notice.get_by_role("link", name="Tải lại trang").click()
            page.wait_for_function("document.querySelectorAll('tbody tr').length === 2")
            assert "292-KH/TU" in read(page, "tbody")


# Pairs of boxes of the picture that lie on each other by more than two pixels.
_OVERLAPPING = """() => {
  const nodes = document.querySelector("[data-canvas]")._cyreg.cy.nodes().map((node) => ({
    id: node.id(), ...node.position(), w: node.data("width") / 2, h: node.data("height") / 2,
  }));
  return nodes.flatMap((a, i) => nodes.slice(i + 1)
    .filter((b) => Math.abs(a.x - b.x) < a.w + b.w - 2 && Math.abs(a.y - b.y) < a.h + b.h - 2)
    .map((b) => `${a.id} ${b.id}`));
}"""


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_labels_of_a_network_do_not_overlap(page: Any, depth: int) -> None:
    page.goto(f"/network/{DIRECTIVE}?depth={depth}")
    ready(page, 1)
    assert page.evaluate("document.querySelector('[data-canvas]')._cyreg.cy.nodes().length") > 15 * depth
    assert page.evaluate(_OVERLAPPING) == []
    page.get_by_role("link", name=re.compile(r"^\+\d+ ")).first.click()
    ready(page, 2)
    page.wait_for_timeout(600)  # the boxes move to their places
    assert page.evaluate(_OVERLAPPING) == []


# -- by keyboard alone


def test_by_keyboard_from_the_first_page_to_a_duty(page: Any) -> None:
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("so xay dung lai chau")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/agency/**")
    tab_to(page, "Tham mưu thành lập Ban Chỉ đạo")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/duty/**PL.2")
    assert "Vì sao có nhiệm vụ này" in read(page)


def test_by_keyboard_through_a_lineage(page: Any) -> None:
    page.goto(f"/lineage/{DIRECTIVE}")
    tab_to(page, "34-CT/TW")
    for _ in range(20):
        if page.evaluate("document.activeElement.classList.contains('node-card')"):
            break
        page.keyboard.press("Tab")
    first = focused(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.classList.contains('node-card')")
    assert focused(page) != first
    page.keyboard.press("Enter")
    page.wait_for_url("**to=**")
    assert page.locator("#way").is_visible()


def test_by_keyboard_through_a_network(page: Any) -> None:
    page.goto(f"/network/{DIRECTIVE}")
    ready(page, 1)
    tab_to(page, "Quyết định 927/QĐ-TTg")
    page.keyboard.press("Enter")
    page.wait_for_url("**chosen=**")
    assert "927/QĐ-TTg" in page.inner_text("[data-chosen] h2")
    tab_to(page, "Mở rộng", most=200)
    page.keyboard.press("Enter")
    page.wait_for_url("**open=**")
    page.wait_for_selector(".net-opened:nth-of-type(2)")
    assert "927/QĐ-TTg" in page.inner_text(".net-opened:nth-of-type(2) h3")
