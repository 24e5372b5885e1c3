"""Task tables of every make."""

from __future__ import annotations

from tests.ingest.reading import Task, figures, people, read, table, tasks

X, F, N = "Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"


def test_a_task_table() -> None:
    reading = read(
        table(
            """
            STT|Tên nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành|Sản phẩm
            1|Rà soát quỹ đất|Sở Xây dựng|Các sở: Tài chính, Nội vụ; UBND các xã|Quý II/2025|Báo cáo
            2|Cấp vốn vay|Sở Tài chính|_|Thường xuyên|_
            """
        )
    )
    assert tasks(reading) == [
        Task(
            "PL.1",
            "Rà soát quỹ đất",
            (X,),
            (F, N, "Ủy ban nhân dân các xã"),
            (),
            "",
            ("Quý II/2025", "2025-04-01", "2025-06-30", ""),
            "Báo cáo",
        ),
        Task("PL.2", "Cấp vốn vay", (F,), (), (), "", ("Thường xuyên", "", "", "ongoing"), ""),
    ]


def test_section_rows_number_rows_and_repeated_headings() -> None:
    reading = read(
        table(
            """
            TT|Nội dung|Cơ quan chủ trì|Thời gian
            (1)|(2)|(3)|(4)
            I|Quy hoạch|Quy hoạch|Quy hoạch
            1|Lập bản đồ|Sở Xây dựng|Năm 2025
            TT|Nội dung|Cơ quan chủ trì|Thời gian
            2|Công bố|Sở Nội vụ|Năm 2025
            II|Nguồn vốn|_|_
            3|Cân đối|Sở Tài chính|Hằng năm
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), ()), "PL.2": ((N,), ()), "PL.3": ((F,), ())}


def test_a_row_split_by_the_page() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì|Phối hợp|Thời gian
            1|Công khai danh sách|Sở Nội vụ|Sở Tài chính|Hằng năm
            _|đã được duyệt|_|UBND các xã|_
            """
        )
    )
    (found,) = tasks(reading)
    assert (found.text, found.supports) == ("Công khai danh sách đã được duyệt", (F, "Ủy ban nhân dân các xã"))


def test_a_table_that_goes_on_without_its_heading() -> None:
    reading = read(
        table("STT|Nội dung|Chủ trì|Thời gian\n1|Lập bản đồ|Sở Xây dựng|Năm 2025"),
        table("2|Công bố|Sở Nội vụ|Năm 2026"),
    )
    assert people(reading) == {"PL.1": ((X,), ()), "PL.2": ((N,), ())}


def test_merged_cells() -> None:
    # a cell that spans rows has its text in each of them
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì|Phối hợp
            1|Lập bản đồ|Sở Xây dựng|Sở Tài chính
            2|Công bố bản đồ|Sở Xây dựng|Sở Tài chính
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), (F,)), "PL.2": ((X,), (F,))}


def test_a_heading_of_two_rows() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Phân công|Phân công|Thời gian
            STT|Nội dung|Chủ trì|Phối hợp|Thời gian
            1|Lập bản đồ|Sở Xây dựng|Sở Tài chính|Năm 2025
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), (F,))}


def test_one_cell_with_leads_and_supports() -> None:
    reading = read(
        table(
            """
            TT|Nội dung công việc|Phân công nhiệm vụ|Thời gian hoàn thành
            1|Lập đề án|Chủ trì: Sở Xây dựng; Phối hợp: Sở Tài chính, Sở Nội vụ|Tháng 9/2025
            2|Trình phê duyệt|Sở Xây dựng|Trước 30/9/2025
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), (F, N)), "PL.2": ((X,), ())}
    assert [task.deadline[2] for task in tasks(reading)] == ["2025-09-30", "2025-09-30"]


def test_several_leads_with_scopes_and_without_separators() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì
            1|Cấp phép|Sở Xây dựng (khu đô thị); Sở Công Thương (cụm công nghiệp)
            2|Công khai|Sở Nội vụ Sở Tài chính Công an tỉnh
            """
        )
    )
    assert people(reading) == {"PL.1": ((X, "Sở Công Thương"), ()), "PL.2": ((N, F, "Công an"), ())}


def test_rows_without_a_number_column_are_counted() -> None:
    reading = read(table("Nhiệm vụ|Cơ quan thực hiện\nLập bản đồ|Sở Xây dựng\nCông bố|Sở Nội vụ"))
    assert people(reading) == {"PL.1": ((X,), ()), "PL.2": ((N,), ())}


def test_a_row_without_a_lead_is_reported() -> None:
    reading = read(table("STT|Nội dung|Chủ trì|Thời gian\n1|Lập bản đồ|_|Năm 2025\n2|Công bố|Sở Nội vụ|Năm 2025"))
    assert [f.kind for f in reading.findings] == ["row_without_lead"]


def test_tables_that_are_no_tasks() -> None:
    reading = read(
        table("STT|Tên xã|Dân số|Diện tích\n1|Mường Than|12.000|45\n2|Than Uyên|9.500|38"),
        table("STT|Họ và tên|Chức vụ\n1|Lê Văn Mẫu|Trưởng phòng"),
        table("STT|Tên dự án|Địa điểm|Quy mô\n1|Nhà ở công nhân|Phường Đoàn Kết|3 ha"),
    )
    assert tasks(reading) == []
    assert figures(reading) == []


def test_a_cell_is_the_evidence() -> None:
    reading = read(table("STT|Nội dung|Chủ trì\n1|Lập bản đồ|Sở Xây dựng"))
    assert {c.kind: reading.text[c.start : c.end] for c in reading.claims if c.kind in ("contains", "leads")} == {
        "contains": "Lập bản đồ",
        "leads": "Sở Xây dựng",
    }


def test_a_row_without_a_number_takes_none_from_the_next() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì|Thời gian
            1|Lập bản đồ|Sở Xây dựng|Năm 2025
            _|Công bố bản đồ|Sở Nội vụ|Năm 2026
            2|Cân đối vốn|Sở Tài chính|Hằng năm
            """
        )
    )
    assert people(reading) == {"PL.1": ((X,), ()), "PL.1/2": ((N,), ()), "PL.2": ((F,), ())}


def test_a_table_of_years_with_results_bounds_and_ranges() -> None:
    reading = read(
        "I. CHỈ TIÊU",
        table(
            """
            TT|Chỉ tiêu|ĐVT|Thực hiện 2024|Kế hoạch 2025|Năm 2026
            1|Số căn hoàn thành|Căn|120|300|450
            2|Hộ có nhà kiên cố|%|81,5|≥ 85|88 - 90
            """
        ),
    )
    assert [(f.value, f.unit, f.comparator, f.period[1], f.status) for f in figures(reading)] == [
        (120, "căn", "=", "2024", "achieved"),
        (300, "căn", "=", "2025", "target"),
        (450, "căn", "=", "2026", "target"),
        (81.5, "%", "=", "2024", "achieved"),
        (85, "%", ">=", "2025", "target"),
        (88, "%", ">=", "2026", "target"),
    ]


def test_what_a_table_counts_stands_above_it() -> None:
    reading = read(
        "I. CHỈ TIÊU\nĐơn vị tính: căn", table("Địa phương|Năm 2026|Năm 2027\nXã Tân Lập|10|20\nXã Yên Phú|5|6")
    )
    assert {(f.value, f.unit) for f in figures(reading)} == {(10, "căn"), (20, "căn"), (5, "căn"), (6, "căn")}


def test_as_in_the_row_above() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì|Phối hợp|Thời gian
            1|Sửa cầu|Sở Xây dựng|UBND các xã|Năm 2026
            2|Sửa đường|nt|-nt-|như trên
            """
        )
    )
    assert people(reading) == {f"PL.{n}": ((X,), ("Ủy ban nhân dân các xã",)) for n in (1, 2)}
    assert [task.deadline[2] for task in tasks(reading)] == ["2026-12-31", "2026-12-31"]


def test_a_row_that_only_heads_those_below_it() -> None:
    reading = read(
        table(
            """
            STT|Nội dung|Chủ trì|Thời gian
            1|Cho vay vốn:|_|_
            1.1|Người có công|Sở Nội vụ|Năm 2026
            1.2|Hộ nghèo|Sở Tài chính|Năm 2026
            2|Tổng kết|_|_
            3|Khen thưởng|Sở Nội vụ|_
            """
        )
    )
    assert list(people(reading)) == ["PL.1.1", "PL.1.2", "PL.2", "PL.3"]


def test_columns_of_beginning_and_end_and_who_watches() -> None:
    reading = read(
        table(
            """
            STT|Nhiệm vụ|Đơn vị thực hiện|Lãnh đạo phụ trách|Bắt đầu|Kết thúc
            1|Khảo sát|Sở Nội vụ|Ông An|01/3/2026|30/4/2026
            2|Lập dự án|Sở Xây dựng|Ông Bình|01/5/2026|_
            """
        )
    )
    assert [(t.leads, t.deadline) for t in tasks(reading)] == [
        ((N,), ("01/3/2026 - 30/4/2026", "2026-03-01", "2026-04-30", "")),
        ((X,), ("01/5/2026", "2026-05-01", "", "")),
    ]
