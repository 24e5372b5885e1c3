from __future__ import annotations

import json
from typing import Any

from tests.viz.explorer.browsing import Get, Seen

PLAN = "doc:292-kh-tu:lai-chau:2024-10-28"
BODY = "agency:so-xay-dung:lai-chau"


def drawn(page: Seen) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(next(str(a["data-drawn"]) for _, a in page.tags if "data-drawn" in a))
    return found


def words(page: Seen) -> str:
    return " ".join(page.words.split())


def test_the_middle_its_neighbours_and_the_words_that_prove_it(get: Get) -> None:
    page = Seen(get(f"/network/{PLAN}").text)
    shown = drawn(page)
    assert shown["centre"] == shown["chosen"] == PLAN
    assert "doc:34-ct-tw:2024-05-24" in {node["id"] for node in shown["nodes"]}
    assert "“" not in shown["nodes"][0]["label"]
    assert "Thực hiện văn bản 1 / 1 văn bản" in words(page)
    assert "+7 cơ quan" in words(page)  # those it was sent to
    assert "Chỉ thị số 34-CT/TW của Ban Bí thư" in words(page)
    listed = [attributes["data-node"] for _, attributes in page.tags if "data-node" in attributes]
    assert set(listed) >= {node["id"] for node in shown["nodes"]} - {PLAN}


def test_what_is_folded_away_opens_by_its_link(get: Get) -> None:
    shown = drawn(Seen(get(f"/network/{PLAN}").text))
    bundle = next(bundle for bundle in shown["bundles"] if bundle["relation"] == "receives")
    opened = drawn(Seen(get(bundle["link"]).text))
    assert len(opened["nodes"]) == len(shown["nodes"]) + 7
    assert "receives" not in {bundle["relation"] for bundle in opened["bundles"]}


def test_expand_hide_and_the_legend_are_addresses(get: Get) -> None:
    shown = drawn(Seen(get(f"/network/{PLAN}").text))
    task = next(node for node in shown["nodes"] if node["kind"] == "task")
    wider = Seen(get(task["open"]).text)
    assert drawn(wider)["chosen"] == task["id"]
    assert {node["kind"] for node in drawn(wider)["nodes"]} >= {"agency", "task", "document"}
    hide = next(str(a["href"]) for t, a in wider.tags if t == "a" and "data-hide" in a)
    assert task["id"] not in {node["id"] for node in drawn(Seen(get(hide).text))["nodes"]}
    off = drawn(Seen(get(f"/network/{PLAN}", params={"off": "task|leads"}).text))
    assert "task" not in {node["kind"] for node in off["nodes"]}


def test_a_name_leads_to_its_address(get: Get) -> None:
    answer = get("/network/so xay dung lai chau")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/network/{BODY}")
    assert get("/network/khong co gi nhu the").status_code == 404
    for asked in ("depth=9", "depth=x", f"open={'a' * 1601}"):
        assert get(f"/network/{PLAN}?{asked}").status_code == 400
    # What names nothing is passed over.
    assert get(f"/network/{PLAN}?open=x|y&more=3~z>q~n|~~|9~leads>task~{BODY}&hide=u&off=v&chosen=w").status_code == 200


def test_its_table_is_downloaded(get: Get) -> None:
    lines = get(f"/network/{PLAN}?as=csv").text.splitlines()
    assert lines[0].lstrip("\ufeff") == "source_label,relation,target_label,document_label,quote"
    assert '"Kế hoạch 292-KH/TU, Lai Châu",thực hiện,Chỉ thị 34-CT/TW' in "\n".join(lines)
    assert get(f"/network/{PLAN}?as=xlsx").content.startswith(b"PK")
