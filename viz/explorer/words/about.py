"""What the page about the figures says."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # about
    "about_lead": (
        "chithi đọc văn bản chỉ đạo và dựng lại ai phải làm gì, theo văn bản nào, đến khi nào.",
        "chithi reads official documents and works out who must do what, because of which text, by when.",
    ),
    "about_figures": ("Số liệu nghĩa là gì", "What the figures mean"),
    "about_held": (
        "“Có toàn văn” là văn bản đã nạp; “chỉ được dẫn” là văn bản mà văn bản khác nhắc đến, kho chưa có chữ của nó.",
        "“Held” is a document that was read; “cited only” is one that others name and whose words are not here.",
    ),
    "about_evidence": (
        "Mỗi điều đều có trích dẫn: văn bản nào, dòng nào, chữ nào. Bấm trích dẫn để đến đúng chỗ trong toàn văn.",
        "Every statement has its quote: which document, which line, which words. Follow it to its place in the text.",
    ),
    "about_open": (
        "Không đoán: tên có thể chỉ hai cơ quan hay hai văn bản thì để ngỏ và nêu cả hai.",
        "Nothing is guessed: a name that two bodies or texts could bear stays open, with both listed.",
    ),
    "about_overdue": (
        "“Quá hạn” chỉ nói rằng ngày nêu trong văn bản đã qua. Văn bản không cho biết việc đã hoàn thành chưa.",
        "“Overdue” only says that the stated day has passed. The documents do not say what was done.",
    ),
    "about_check": (
        "“Mâu thuẫn” là hai con số trong văn bản không khớp nhau; văn bản nào đúng thì chương trình không phán.",
        "“Contradicts” means that two stated figures do not agree; which is right is not for the program to say.",
    ),
    "about_accuracy": ("Đọc chính xác đến đâu", "How well it reads"),
    "about_f1": (
        "F1 so với chú giải của người đọc kỹ: 1,00 là không sót, không thừa.",
        "F1 against annotations by careful readers: 1.00 means nothing missed and nothing wrong.",
    ),
    "accuracy_compared": ("So sánh", "Compared"),
    "citations": ("Dẫn chiếu", "Citations"),
    "figures": ("Chỉ tiêu", "Figures"),
    "accuracy_readers": (
        "Hai người đọc kỹ so với nhau: mức để noi theo",
        "Two careful readers with each other: the mark",
    ),
    "accuracy_fitted": (
        "Ba kế hoạch nhà ở xã hội; quy tắc viết khi đã có chúng",
        "Three plans on social housing; the rules were written with these at hand",
    ),
    "accuracy_after": (
        "Một kế hoạch và một nghị quyết của Đảng; lần đầu chấm sau khi đã có quy tắc, sau đó quy tắc được sửa",
        "A Party plan and a Party resolution; first scored after the rules were written, which were then mended",
    ),
    "accuracy_mended": (
        "Chương trình 140 nhiệm vụ của Chính phủ và kế hoạch của Đảng ủy Quốc hội; quy tắc được sửa khi đã có chúng",
        "The Government's programme of 140 tasks and a National Assembly Party plan; rules mended with these at hand",
    ),
    "about_new": (
        "Trước khi sửa, nhóm cuối đạt 0,85 về nhiệm vụ và 0,80 về chủ trì; văn bản trình bày mới lạ có thể như vậy.",
        "Before mending, the last pair stood at 0.85 for duties and 0.80 for leads: a new layout may fare like that.",
    ),
    "about_data": ("Dữ liệu", "Data"),
    "about_local": (
        "Văn bản không rời khỏi máy này. Trang chỉ tải tệp của chính nó, không có yêu cầu nào đến máy chủ khác.",
        "Documents do not leave this machine. Pages load nothing but their own files and ask no other host.",
    ),
}
