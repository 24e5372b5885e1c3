"""What the network page says, in Vietnamese and English."""

from __future__ import annotations

from viz.selection import Selection

PAGE: dict[str, dict[str, str]] = {
    "vi": {
        "search": "Tìm văn bản, nhiệm vụ, cơ quan…",
        "search_hint": "Gõ không dấu cũng được. Phím / để tìm, Esc để xóa.",
        "no_results": "Không tìm thấy",
        "results": "kết quả",
        "fit": "Toàn hình",
        "zoom_in": "Phóng to",
        "zoom_out": "Thu nhỏ",
        "print": "In",
        "legend": "Chú giải: bấm để ẩn hoặc hiện",
        "overview": "Tổng quan",
        "how": "Văn bản chỉ đạo ở giữa, văn bản thực hiện và văn bản làm căn cứ ở các vòng ngoài. "
        "Sau mỗi văn bản là nhiệm vụ, chỉ tiêu và các cơ quan chịu trách nhiệm. "
        "Bấm vào một điểm để xem nội dung và trích dẫn.",
        "documents": "Các văn bản",
        "path": "Căn cứ từ",
        "evidence": "Trích dẫn",
        "more": "Xem thêm",
        "close": "Đóng",
        "picture": "Mạng lưới văn bản, nhiệm vụ, chỉ tiêu và cơ quan",
        "yes": "có",
        "no": "không",
        "switch": "English",
        "alone": "Không có quan hệ nào trong hình này.",
        "cited": "Được dẫn chiếu, chưa có toàn văn",
        "views": "Cách xem",
        "view_picture": "Mạng lưới",
        "view_lineage": "Chuỗi văn bản",
        "view_duties": "Nhiệm vụ",
        "view_figures": "Chỉ tiêu",
        "view_papers": "Văn bản",
        "generation": "Bậc",
        "filter": "Lọc trong bảng",
    },
    "en": {
        "search": "Find documents, tasks, agencies…",
        "search_hint": "Diacritics are not needed. / to search, Esc to clear.",
        "no_results": "Nothing found",
        "results": "results",
        "fit": "Fit",
        "zoom_in": "Zoom in",
        "zoom_out": "Zoom out",
        "print": "Print",
        "legend": "Legend: press to hide or show",
        "overview": "Overview",
        "how": "The directive is in the middle, the documents that carry it out on the rings around it. "
        "Behind each document stand its tasks, its targets and the bodies that answer for them. "
        "Press a dot for its text and the quotes.",
        "documents": "Documents",
        "path": "Because of",
        "evidence": "Quote",
        "more": "Show more",
        "close": "Close",
        "picture": "Network of documents, tasks, targets and agencies",
        "yes": "yes",
        "no": "no",
        "switch": "Tiếng Việt",
        "alone": "No relation in this picture.",
        "cited": "Cited, full text not held",
        "views": "Views",
        "view_picture": "Network",
        "view_lineage": "Lineage",
        "view_duties": "Duties",
        "view_figures": "Figures",
        "view_papers": "Documents",
        "generation": "Step",
        "filter": "Filter the table",
    },
}

# What the node that was chosen has to do with the other end: (relation, chosen is the source) to (Vietnamese, English).
ROLES: dict[tuple[str, bool], tuple[str, str]] = {
    ("implements", True): ("Thực hiện văn bản", "Implements"),
    ("implements", False): ("Được thực hiện bởi", "Implemented by"),
    ("approves", True): ("Phê duyệt", "Approves"),
    ("approves", False): ("Được phê duyệt bởi", "Approved by"),
    ("amends", True): ("Sửa đổi, bổ sung", "Amends"),
    ("amends", False): ("Được sửa đổi bởi", "Amended by"),
    ("replaces", True): ("Thay thế", "Replaces"),
    ("replaces", False): ("Được thay thế bởi", "Replaced by"),
    ("references", True): ("Dẫn chiếu", "References"),
    ("references", False): ("Được dẫn chiếu bởi", "Referenced by"),
    ("leads", True): ("Chủ trì", "Leads"),
    ("leads", False): ("Cơ quan chủ trì", "Led by"),
    ("supports", True): ("Phối hợp", "Supports"),
    ("supports", False): ("Cơ quan phối hợp", "Supported by"),
    ("contains", True): ("Nội dung giao", "Contains"),
    ("contains", False): ("Thuộc văn bản", "Stands in"),
    ("assigns", True): ("Giao chỉ tiêu", "Assigns"),
    ("assigns", False): ("Văn bản giao", "Assigned by"),
    ("part_of", True): ("Là phần của", "Part of"),
    ("part_of", False): ("Gồm các phần", "Has parts"),
    ("reports_to", True): ("Báo cáo", "Reports to"),
    ("reports_to", False): ("Nhận báo cáo về", "Receives reports on"),
    ("directs", True): ("Chỉ đạo", "Directs"),
    ("directs", False): ("Do cơ quan chỉ đạo", "Directed by"),
    ("issues", True): ("Ban hành", "Issues"),
    ("issues", False): ("Cơ quan ban hành", "Issued by"),
    ("receives", True): ("Nhận văn bản", "Receives"),
    ("receives", False): ("Nơi nhận", "Received by"),
    ("signs", True): ("Ký", "Signs"),
    ("signs", False): ("Người ký", "Signed by"),
    ("mentions", True): ("Nhắc đến", "Mentions"),
    ("mentions", False): ("Được nhắc đến trong", "Mentioned in"),
    ("succeeds", True): ("Kế tục", "Succeeds"),
    ("succeeds", False): ("Được kế tục bởi", "Succeeded by"),
    ("located_in", True): ("Ở", "Located in"),
    ("located_in", False): ("Có", "Has"),
}


def notice(selection: Selection, middle: str) -> dict[str, str] | None:
    """Says what part is drawn when not all of the graph is: shown of found, by kind, and around which document."""
    if selection.complete:
        return None
    shown = {kind: len(selection.of_kind(kind)) for kind in selection.found}

    def tally(words: dict[str, str], point: str) -> str:
        return ", ".join(
            f"{shown[kind]:,}/{selection.found[kind]:,} {word}".replace(",", point) for kind, word in words.items()
        )

    vi = tally({"document": "văn bản", "task": "nhiệm vụ", "target": "chỉ tiêu"}, ".")
    en = tally({"document": "documents", "task": "tasks", "target": "targets"}, ",")
    return {
        "vi": f"Hình chỉ vẽ một phần, quanh {middle}: {vi}.",
        "en": f"Only a part is drawn, around {middle}: {en}.",
    }
