"""Types of documents, their signs in numbers, and what a sign means in the Party and in the State.

Signs after Nghị định 30/2020/NĐ-CP, Phụ lục III (State) and Hướng dẫn 36-HD/VPTW (Party).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.spelling import key


@dataclass(frozen=True, slots=True)
class DocType:
    """A type of document. `branch` is `party`, `government` or empty for both; `sign` empty for works without one;
    `group` tells directives from decisions, plans, laws and the rest for pictures."""

    name: str
    sign: str
    branch: str
    group: str


DOC_TYPES: tuple[DocType, ...] = (
    DocType("Nghị quyết", "NQ", "", "directive"),
    DocType("Chỉ thị", "CT", "", "directive"),
    DocType("Kết luận", "KL", "", "directive"),
    DocType("Quyết định", "QĐ", "", "decision"),
    DocType("Quy định", "QĐ", "party", "decision"),
    DocType("Quy định", "QyĐ", "party", "decision"),
    DocType("Quy chế", "QC", "", "decision"),
    DocType("Chương trình hành động", "CTr", "party", "plan"),
    DocType("Chương trình", "CTr", "", "plan"),
    DocType("Kế hoạch", "KH", "", "plan"),
    DocType("Phương án", "PA", "", "plan"),
    DocType("Đề án", "ĐA", "", "plan"),
    DocType("Dự án", "DA", "", "plan"),
    DocType("Chiến lược", "", "", "plan"),
    DocType("Quy hoạch", "", "", "plan"),
    DocType("Hướng dẫn", "HD", "", "guidance"),
    DocType("Thông báo", "TB", "", "guidance"),
    DocType("Công văn", "CV", "", "guidance"),
    DocType("Công điện", "CĐ", "", "guidance"),
    DocType("Báo cáo", "BC", "", "report"),
    DocType("Tờ trình", "TTr", "", "report"),
    DocType("Thông tư liên tịch", "TTLT", "", "law"),
    DocType("Nghị quyết liên tịch", "NQLT", "", "law"),
    DocType("Thông tư", "TT", "government", "law"),
    DocType("Thông tri", "TT", "party", "guidance"),
    DocType("Nghị định", "NĐ", "", "law"),
    DocType("Sắc lệnh", "SL", "", "law"),
    DocType("Bộ luật", "", "", "law"),
    DocType("Luật", "", "", "law"),
    DocType("Pháp lệnh", "PL", "", "law"),
    DocType("Hiến pháp", "", "", "law"),
    DocType("Lệnh", "L", "", "law"),
    DocType("Điều lệ", "", "", "law"),
    DocType("Phong trào", "", "", "plan"),
)


@cache
def by_sign(sign: str, branch: str = "government") -> DocType | None:
    """The type a sign stands for: `TT` is Thông tư in the State and Thông tri in the Party; a sign of both comes first.
    The case of letters may be off (`Qđ`)."""
    fits = [t for t in DOC_TYPES if t.sign.lower() == sign.lower() and t.branch in ("", branch)]
    fits.sort(key=lambda t: (t.sign != sign, t.branch != "", len(t.name)))
    return fits[0] if fits else None


@cache
def by_name(text: str) -> DocType | None:
    """The type with this name, however it is spelled; None when it is no type."""
    wanted = key(text)
    return next((t for t in DOC_TYPES if key(t.name) == wanted), None)
