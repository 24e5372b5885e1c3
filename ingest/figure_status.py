"""Whether a figure is a goal, one that was assigned, or a result: by its words, its year, and the part it stands in."""

from __future__ import annotations

import re

from ingest.goal_parts import in_goal_section, in_result_part
from ingest.letters import rule
from ingest.outline import Item
from ingest.periods import PERIOD

_ACHIEVED = rule(
    r"(?:đã\s+(?:hoàn\s+thành|đạt|xây|hỗ\s+trợ|thực\s+hiện|đưa)|kết\s+quả\s+thực\s+hiện|(?:hoàn\s+thành|đạt)\s*$)", re.I
)
_JUDGED = rule(r"(?:thống\s+nhất\s+)?đánh\s+giá\s*:|tính\s+đến|ước\s+đạt|lũy\s+kế", re.I)
_ASSIGNED = rule(
    r"được\s+(?:[A-ZĐÀ-Ỹ]\S*\s+){0,4}giao|giao\s+chỉ\s+tiêu|chỉ\s+tiêu\s+(?:được\s+)?(?:\S+\s+){0,4}giao", re.I
)
# `đạt 61% chỉ tiêu tỉnh giao (1.800 căn)`
_JUST_ASSIGNED = rule(r"(?<!bàn\s)giao\s*(?:là\s+|:\s*)?\(?\s*$", re.I)
# A goal told among results.
_AIMED = rule(
    r"(?<!\w)(?:phấn\s*đấu|mục\s+tiêu|kế\s+hoạch\s+(?:đề|đặt)\s+ra|dự\s+kiến|sẽ|phải|yêu\s+cầu|nhằm)(?!\w)", re.I
)
_OPEN_BRACKET = rule(r"\([^();]{0,200}$")


def status_of(item: Item, before: str, sentence: str, last: str, issued: str) -> str:
    """`target`, `assigned` or `achieved`, by the words of its segment and of its sentence before the figure, its last
    year, and the year of the document, empty when that is not known."""
    if _JUST_ASSIGNED.search(before):
        return "assigned"
    if is_former(before, last, issued):
        return "achieved"
    status = _status(before, sentence, last, "" if in_goal_section(item) else issued)
    if status != "target" or _AIMED.search(sentence) or (issued and last[:4] > issued):
        return status
    return "achieved" if in_result_part(item, issued) else "target"


def _status(before: str, sentence: str, last: str, issued: str) -> str:
    """What a figure is by the words before it; one of a year that was over when the document was issued is a result."""
    if _ACHIEVED.search(before) and re.search(r"đã\s|kết\s+quả", before, re.I):
        return "achieved"
    if issued and ((last and last[:4] < issued) or _JUDGED.search(sentence)):
        return "achieved"
    return "assigned" if _ASSIGNED.search(before) else "target"


def is_former(before: str, last: str, issued: str) -> bool:
    """Whether the words before a figure of the year `last` open a bracket that tells of one that was over when the
    document was issued, `500 ha (năm 2024: 300 ha)`."""
    if not issued or not last or last[:4] >= issued:
        return False
    opened = _OPEN_BRACKET.search(before)
    return opened is not None and sum(1 for _ in PERIOD.finditer(before, opened.start())) == 1
