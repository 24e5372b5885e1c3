"""What the explorer says, in Vietnamese and English. Headings of columns, coded values and kinds of nodes have their
words in `viz.headings` and the ontology's vocabulary."""

from __future__ import annotations

# key: (Vietnamese, English); {name} stands for what is filled in.
WORDS: dict[str, tuple[str, str]] = {
    # the frame
    "tagline": ("Ai làm gì, theo văn bản nào, đến khi nào", "Who must do what, because of which text, by when"),
    "skip": ("Đến nội dung", "Skip to content"),
    "menu": ("Mục chính", "Main menu"),
    "other_language": ("English", "Tiếng Việt"),
    "theme": ("Nền sáng hoặc tối", "Light or dark"),
    "home": ("Trang đầu", "Home"),
    "you_are_here": ("Vị trí trang", "Breadcrumbs"),
    "new_data": ("Kho vừa có thay đổi.", "The graph has changed."),
    "reload": ("Tải lại trang", "Reload"),
    "foot": (
        "Mọi điều ở đây đều đọc từ văn bản và có trích dẫn kèm theo. Máy chủ chỉ đọc, không gửi gì ra ngoài.",
        "Everything here was read in a document and carries its quote. The server only reads and sends nothing out.",
    ),
    "print": ("In", "Print"),
    "copy_link": ("Chép liên kết", "Copy link"),
    "copied": ("Đã chép", "Copied"),
    # search
    "search": ("Tìm", "Search"),
    "search_label": ("Tìm văn bản, cơ quan, nhiệm vụ, chỉ tiêu", "Find documents, bodies, duties, figures"),
    "search_place": (
        "Số hiệu, tên cơ quan, vài chữ… không cần dấu",
        "A number, a body, some words… no diacritics needed",
    ),
    "search_title": ("Tìm kiếm", "Search"),
    "search_for": ("Kết quả cho “{words}”", "Results for “{words}”"),
    "search_none": ("Không có gì chứa mọi chữ trong “{words}”.", "Nothing contains every word of “{words}”."),
    "search_hint": (
        "Thử ít chữ hơn, hoặc chỉ số hiệu: 34-CT/TW, 34 ct tw, so xay dung lai chau.",
        "Try fewer words, or the number alone: 34-CT/TW, 34 ct tw, so xay dung lai chau.",
    ),
    "search_start": (
        "Gõ số hiệu, tên cơ quan hoặc vài chữ của nội dung. Không cần dấu, không cần đúng dạng.",
        "Type a number, the name of a body, or some words. Diacritics and separators do not matter.",
    ),
    "search_keys": ("Phím / để tìm, mũi tên để chọn, Enter để mở.", "/ to search, arrows to choose, Enter to open."),
    "search_most": (
        "Chỉ hiện {most} kết quả đầu. Thêm chữ để thu hẹp.",
        "Only the first {most} are shown. Add words to narrow down.",
    ),
    "all_kinds": ("Tất cả", "All"),
    "all_results": ("Mọi kết quả", "All results"),
    "results_count": ("{n} kết quả", "{n} results"),
    # lists
    "documents": ("Văn bản", "Documents"),
    "agencies": ("Cơ quan", "Bodies"),
    "targets": ("Chỉ tiêu", "Figures"),
    "duties": ("Nhiệm vụ", "Duties"),
    "lineage": ("Chuỗi văn bản", "Lineage"),
    "network": ("Mạng lưới", "Network"),
    "matrix": ("Bảng trách nhiệm", "Accountability matrix"),
    "deadlines": ("Thời hạn", "Deadlines"),
    "gaps": ("Còn thiếu", "Gaps"),
    "coverage": ("Mức độ tiếp thu", "Coverage"),
    "compare": ("So sánh", "Compare"),
    "line_n": ("dòng {n}", "line {n}"),
    "about": ("Giới thiệu", "About"),
    "filter": ("Lọc", "Filter"),
    "filter_words": ("Chữ trong danh sách", "Words in the list"),
    "any": ("Tất cả", "Any"),
    "apply": ("Áp dụng", "Apply"),
    "clear_filter": ("Bỏ lọc", "Clear"),
    "shown_of": ("{first}–{last} trong {total}", "{first}–{last} of {total}"),
    "nothing_listed": ("Không có mục nào.", "Nothing to list."),
    "page_n": ("Trang {page} / {pages}", "Page {page} of {pages}"),
    "previous": ("Trước", "Previous"),
    "next": ("Sau", "Next"),
    "pages": ("Các trang", "Pages"),
    "download": ("Tải về", "Download"),
    "sort_by": ("Xếp theo {column}", "Sort by {column}"),
    "see_all": ("Xem tất cả {n}", "See all {n}"),
    # home
    "home_title": (
        "Ai phải làm gì, theo văn bản nào, đến khi nào?",
        "Who must do what, because of which text, by when?",
    ),
    "home_lead": (
        "Tra cứu trách nhiệm trong văn bản chỉ đạo, điều hành. Mỗi câu trả lời kèm nguyên văn chứng minh.",
        "Look up responsibilities in directives and plans. Every answer comes with the words that prove it.",
    ),
    "home_try": ("Ví dụ", "For example"),
    "home_held": ("Trong kho", "What is held"),
    "home_directives": ("Văn bản được triển khai nhiều nhất", "Texts that most others carry out"),
    "home_latest": ("Văn bản mới nhất trong kho", "Latest documents held"),
    "home_wanted": ("Được dẫn nhiều nhưng chưa có toàn văn", "Often cited, text not held"),
    "home_wanted_why": (
        "Nạp các văn bản này để chuỗi trách nhiệm liền mạch.",
        "Ingest these to close the gaps in the chain.",
    ),
    "home_empty": (
        "Kho chưa có văn bản nào. Nạp văn bản bằng lệnh: chithi ingest THƯ-MỤC. Trang này tự nhận ra khi có.",
        "No document is held yet. Add some with: chithi ingest FOLDER. This page notices when there are.",
    ),
    "carried_out_by": ("{n} văn bản thực hiện", "carried out by {n}"),
    "cited_by_n": ("{n} văn bản dẫn", "cited by {n}"),
    "n_held": ("văn bản có toàn văn", "documents held in full"),
    "n_cited": ("văn bản chỉ được dẫn", "documents only cited"),
    "n_tasks": ("nhiệm vụ", "duties"),
    "n_targets": ("chỉ tiêu", "figures"),
    "n_agencies": ("cơ quan", "bodies"),
    "n_evidence": ("trích dẫn", "quotes"),
    # documents
    "documents_lead": (
        "Văn bản đã nạp toàn văn, và văn bản mà chúng dẫn đến.",
        "Documents held in full, and those that they cite.",
    ),
    "held": ("có toàn văn", "held"),
    "cited_only": ("chỉ được dẫn", "cited only"),
    "open_name": ("chưa xác định", "open"),
    "no_symbol": ("không số", "no number"),
    # network
    "network_of": ("Mạng lưới quanh {name}", "Network around {name}"),
    "network_lead": (
        "Những gì gắn với mục ở giữa. Bấm vào một ô để đọc nguyên văn và trích dẫn, bấm đúp để mở rộng.",
        "What hangs together with the node in the middle. Press a box for its text and quotes, twice to expand it.",
    ),
    "network_depth": ("Số bước", "Steps"),
    "network_fit": ("Vừa khung", "Fit"),
    "network_in": ("Phóng to", "Zoom in"),
    "network_out": ("Thu nhỏ", "Zoom out"),
    "network_layers": ("Xếp theo tầng", "In layers"),
    "network_free": ("Xếp tự do", "Free layout"),
    "network_cut": (
        "Chỉ vẽ được {most} mục; bớt bước hoặc ẩn bớt.",
        "Only {most} nodes are drawn; take fewer steps or hide some.",
    ),
    "network_hidden": ("Đang ẩn {n} mục.", "{n} hidden."),
    "network_show_hidden": ("Hiện lại", "Show again"),
    "network_picture": (
        "Hình vẽ mạng lưới gồm {n} mục; danh sách bên dưới có cùng nội dung.",
        "Picture of the network of {n} nodes; the list below has the same.",
    ),
    "network_no_picture": (
        "Trình duyệt không vẽ được hình; danh sách bên dưới có cùng nội dung.",
        "This browser cannot draw the picture; the list below has the same.",
    ),
    "network_side": ("Mục đang chọn", "What is chosen"),
    "network_legend": ("Chú giải, bấm để ẩn hoặc hiện", "Legend: press to hide or show"),
    "network_open": ("Mở rộng", "Expand"),
    "network_close": ("Thu lại", "Fold"),
    "network_centre": ("Đặt vào giữa", "Put in the middle"),
    "network_hide": ("Ẩn", "Hide"),
    "network_page": ("Mở trang", "Open its page"),
    "network_said": ("Quan hệ và trích dẫn ({n})", "Relations and quotes ({n})"),
    "network_list": ("Danh sách ({n} mục)", "As a list ({n} nodes)"),
    "network_table": ("Bảng quan hệ ({n})", "Table of relations ({n})"),
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
    "go_on": ("Đi tiếp", "Where to go on"),
}


def say(lang: str, key: str, /, **fill: object) -> str:
    """The words of a key."""
    return WORDS[key][lang != "vi"].format(**fill) if fill else WORDS[key][lang != "vi"]
