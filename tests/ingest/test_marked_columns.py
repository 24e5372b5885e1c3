"""Tables that say by marks who does a task and when."""

from __future__ import annotations

import pytest

from tests.ingest.reading import HEAD, figures, people, read, table, tasks

X, F, N = "Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"
OF_A_YEAR = HEAD.replace("người lao động", "người lao động năm 2025")


def test_the_roles_of_bodies_in_columns_of_their_own() -> None:
    reading = read(
        table(
            """
            STT|Nội dung công việc|Sở Xây dựng|Sở Tài chính|Sở Nội vụ|Thời gian
            1|Rà soát nhu cầu thuê nhà|Chủ trì|Phối hợp|PH|Quý II/2025
            2|Bố trí vốn vay|_|CT|P|Hằng năm
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), (F, N)), "PL.2": ((F,), (N,))}


def test_plain_marks_lead_or_support_beside_a_column_of_those_who_lead() -> None:
    rows = "1|Rà soát nhu cầu|x|_|{0}\n2|Bố trí vốn vay|_|X|{1}"
    alone = read(table("STT|Nội dung|Sở Xây dựng|Sở Tài chính|Ghi chú\n" + rows.format("_", "_")))
    assert people(alone) == {"PL.1": ((X,), ()), "PL.2": ((F,), ())}
    beside = read(table("STT|Nội dung|Sở Xây dựng|Sở Tài chính|Cơ quan chủ trì\n" + rows.format(N, X)))
    assert people(beside) == {"PL.1": ((N,), (X,)), "PL.2": ((X,), (F,))}


@pytest.mark.parametrize(
    ("heading", "above", "first", "second"),
    [
        ("Quý I|Quý II|Quý III", "", ("2025-01-01", "2025-03-31"), ("2025-04-01", "2025-09-30")),
        ("2025|2026|2027", "", ("2025-01-01", "2025-12-31"), ("2026-01-01", "2027-12-31")),
        ("I|II|III", "Quý năm 2026", ("2026-01-01", "2026-03-31"), ("2026-04-01", "2026-09-30")),
        ("1|2|3", "Tháng", ("2025-01-01", "2025-01-31"), ("2025-02-01", "2025-03-31")),
    ],
)
def test_times_in_columns_of_their_own(
    heading: str, above: str, first: tuple[str, str], second: tuple[str, str]
) -> None:
    upper = f"STT|Nội dung|{above}|{above}|{above}|Đơn vị chủ trì\n" if above else ""
    reading = read(
        table(
            f"{upper}STT|Nội dung|{heading}|Đơn vị chủ trì\n"
            "1|Rà soát nhu cầu|x|_|_|Sở Xây dựng\n2|Bố trí vốn vay|_|x|x|Sở Tài chính"
        ),
        head=OF_A_YEAR,
    )
    assert [task.deadline[1:3] for task in tasks(reading)] == [first, second]


def test_figures_under_bodies_are_no_marks() -> None:
    reading = read(table("STT|Nội dung|Sở Xây dựng|Sở Tài chính\n1|Kinh phí tập huấn|120|80\n2|Kinh phí in ấn|15|x"))
    assert people(reading) == {}


def test_figures_under_years_are_no_marks() -> None:
    reading = read(table("STT|Chỉ tiêu|Đơn vị tính|2025|2026\n1|Số căn hộ hoàn thành|căn|100|200"))
    assert people(reading) == {}
    assert [f.value for f in figures(reading)] == [100, 200]
