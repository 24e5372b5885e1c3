"""What is said when a page cannot be shown."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # problems
    "problem_title": ("Không hiển thị được trang", "This page cannot be shown"),
    "no_such_page": ("Không có trang này.", "There is no such page."),
    "not_found": ("Không tìm thấy “{name}” trong kho.", "“{name}” is not in the graph."),
    "ambiguous": ("“{name}” có thể là một trong các mục sau.", "“{name}” may mean one of these."),
    "failed": (
        "Chương trình gặp lỗi khi lập trang này. Chi tiết nằm trong cửa sổ chạy chithi serve.",
        "The program failed on this page. Details are where chithi serve runs.",
    ),
    "store_failed": (
        "Không đọc được kho dữ liệu lúc này. Hãy thử lại sau.",
        "The graph cannot be read at the moment. Try again later.",
    ),
    "only_read": ("Máy chủ này chỉ cho đọc.", "This server can only be read."),
    "address_too_long": ("Địa chỉ quá dài.", "The address is too long."),
    "too_long": ("Tham số {name} dài quá {most} ký tự.", "Parameter {name} has more than {most} characters."),
    "not_in_range": (
        "Tham số {name} phải là số nguyên từ {least} đến {most}.",
        "Parameter {name} must be a whole number from {least} to {most}.",
    ),
    "not_a_choice": ("Tham số {name} phải là một trong: {values}.", "Parameter {name} must be one of: {values}."),
    "not_a_day": ("Tham số {name} phải là ngày dạng 2025-12-31.", "Parameter {name} must be a day like 2025-12-31."),
    "no_table": ("Trang này không có bảng để tải về.", "This page has no table to download."),
    "too_many_rows": (
        "Bảng có hơn {most} dòng. Hãy lọc bớt, hoặc dùng lệnh chithi export.",
        "The table has more than {most} rows. Filter it, or use chithi export.",
    ),
    "no_document": ("Kho chưa có văn bản nào.", "No document is held yet."),
    "go_on": ("Đi tiếp", "Where to go on"),
}
