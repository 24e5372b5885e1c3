"""Refs follow the document's own numbering."""

from __future__ import annotations

from ingest.outline import Outline
from tests.ingest.reading import outlined, people, read, table


def refs(found: Outline) -> list[tuple[str, str]]:
    return [(item.ref, item.text) for item in found.items if item.level != "plain"]


def test_parts_items_points_and_bullets() -> None:
    found = outlined(
        """
        I. MỤC TIÊU
        1. Mục tiêu chung
        2. Mục tiêu cụ thể
        - Nhà ở công nhân;
        - Nhà ở cho giáo viên:
        + Vùng cao;
        + Vùng thấp.
        II. NHIỆM VỤ
        1. Quy hoạch
        a) Lập bản đồ;
        b) Công bố.
        2. Vốn
        2.1. Ngân sách
        2.2. Vay
        """
    )
    assert refs(found) == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Mục tiêu chung"),
        ("I.2", "Mục tiêu cụ thể"),
        ("I.2.1", "Nhà ở công nhân;"),
        ("I.2.2", "Nhà ở cho giáo viên:"),
        ("I.2.2.1", "Vùng cao;"),
        ("I.2.2.2", "Vùng thấp."),
        ("II", "NHIỆM VỤ"),
        ("II.1", "Quy hoạch"),
        ("II.1.a", "Lập bản đồ;"),
        ("II.1.b", "Công bố."),
        ("II.2", "Vốn"),
        ("II.2.1", "Ngân sách"),
        ("II.2.2", "Vay"),
    ]


def test_a_document_without_parts() -> None:
    assert refs(outlined("1. Một\n- Hai\n2. Ba")) == [("1", "Một"), ("1.1", "Hai"), ("2", "Ba")]


def test_articles_count_through_chapters() -> None:
    found = outlined("Chương I. CHUNG\nĐiều 1. Phạm vi\n1. Một\na) Hai\nChương II. RIÊNG\nĐiều 2. Đối tượng")
    ends = [ref.split()[-1].removeprefix("Đ") for ref, _ in refs(found)]
    assert ends[1:4] == ["1", "1.1", "1.1.a"]
    assert ends[-1] == "2"


def test_appendices() -> None:
    found = outlined(
        """
        1. Một
        Nơi nhận:
        - Lưu: VT.
        PHỤ LỤC I
        Danh mục nhiệm vụ
        1. Hai
        PHỤ LỤC II
        1. Ba
        """
    )
    assert [ref for ref, _ in refs(found)] == ["1", "PL", "PL.1", "PL2", "PL2.1"]


def test_refs_are_unique() -> None:
    found = outlined("I. A\n1. B\n- C\n- D\n2. E\n- F\nII. G\n1. H\n- I")
    marked = [ref for ref, _ in refs(found)]
    assert len(marked) == len(set(marked))


def test_what_holds_what() -> None:
    found = outlined("I. A\n1. B\n- C")
    bullet = found.items[-1]
    assert [item.ref for item in bullet.chain] == ["I.1.1", "I.1", "I"]
    assert found.at(bullet.line.start) is bullet


def test_a_table_stands_under_its_part() -> None:
    reading = read(
        "I. VIỆC",
        table(
            """
            STT|Nhiệm vụ|Cơ quan chủ trì
            1|Lập danh mục|Sở Xây dựng
            2|Cấp vốn|Sở Tài chính
            """
        ),
    )
    assert [item.key.ref for item in reading.items if item.key.kind == "task"] == ["I.1", "I.2"]


def test_bullets_behind_a_paragraph_that_names_a_body_are_its_duties():
    """Their refs stay those of the item that both stand under; the next paragraph ends it."""
    text = (
        "1. Giữ rừng đầu nguồn\n\n"
        "Ủy ban nhân dân các xã:\n\n- Dựng chòi canh lửa.\n\n- Phát dọn đường băng.\n\n"
        "Sở Nội vụ và Sở Y tế:\n\n- Khám sức khỏe cho người canh.\n\n"
        "Rừng đầu nguồn giữ nước cho ba con suối.\n\n- Suối Bạc là suối lớn nhất."
    )
    assert people(read(text)) == {
        "1.1": (("Ủy ban nhân dân các xã",), ()),
        "1.2": (("Ủy ban nhân dân các xã",), ()),
        "1.3": (("Sở Nội vụ", "Sở Y tế"), ()),
    }
