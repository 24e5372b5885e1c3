"""Small made-up documents that cite and carry out each other, for tests over many of them."""

from __future__ import annotations

from hypothesis import strategies as st

PROVINCES = ("Lai Châu", "Sơn La", "Hậu Giang", "Cần Thơ")
BODIES = ("Sở Xây dựng", "Sở Tài chính", "Công an tỉnh", "UBND các xã", "Các sở, ban, ngành", "UBND xã Mường Than")
WORK = ("lập danh mục khu đất", "công khai danh sách", "bố trí vốn", "kiểm tra công trường", "hướng dẫn thủ tục")
TIMES = (
    "",
    " trước ngày 30/6/2025",
    " trong quý II/2026",
    " trong 30 ngày kể từ ngày ký",
    "; hằng năm báo cáo UBND tỉnh",
)
CITED = (
    "Chỉ thị số 34-CT/TW ngày 24/5/2024 của Ban Bí thư",
    "Chỉ thị số 34-CT/TW",
    "Quyết định số 927/QĐ-TTg ngày 30/8/2024 của Thủ tướng Chính phủ",
    "Kế hoạch số 12/KH-UBND ngày 03/02/2025 của UBND tỉnh",
    "Kế hoạch số 12/KH-UBND",
    "Kế hoạch số 292-KH/TU ngày 28/10/2024 của Tỉnh ủy Lai Châu",
    "Luật Nhà ở năm 2023",
)


@st.composite
def lines(draw: st.DrawFn) -> str:
    """One item: a duty, a goal, a citation or plain words."""
    body, other, work = draw(st.sampled_from(BODIES)), draw(st.sampled_from(BODIES)), draw(st.sampled_from(WORK))
    when, cited = draw(st.sampled_from(TIMES)), draw(st.sampled_from(CITED))
    return draw(
        st.sampled_from(
            (
                f"{body} chủ trì, phối hợp với {other} {work}{when}.",
                f"Giao {body} {work}{when}.",
                f"{body} quán triệt {cited}.",
                "Đến năm 2030 hoàn thành ít nhất 1.800 căn hộ (nhà ở công nhân 250 căn).",
                f"Tỷ lệ nhà kiên cố đạt 85% theo {cited}.",
                "Nhà ở còn thiếu.",
            )
        )
    )


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A provincial plan, sometimes without its head or with its number left blank."""
    province, number = draw(st.sampled_from(PROVINCES)), draw(st.sampled_from(("12", "45", "    ")))
    head = (
        f"ỦY BAN NHÂN DÂN\nTỈNH {province.upper()}\nSố: {number}/KH-UBND\n"
        f"{province}, ngày 03 tháng 02 năm 2025\nKẾ HOẠCH\nThực hiện {draw(st.sampled_from(CITED))}\n-----\n"
    )
    opening = f"Thực hiện {draw(st.sampled_from(CITED))}, UBND tỉnh {province} ban hành Kế hoạch như sau:\n"
    items = [f"{n}. {words}" for n, words in enumerate(draw(st.lists(lines(), min_size=1, max_size=5)), 1)]
    foot = "Nơi nhận:\n- Thường trực Tỉnh ủy (b/c);\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn Mẫu\n"
    return (
        draw(st.sampled_from((head, head, ""))) + opening + "\n".join(items) + "\n" + draw(st.sampled_from((foot, "")))
    )
