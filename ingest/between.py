"""What may stand between a body and what it must do: which of its kind are meant, when, and who else is listed."""

from __future__ import annotations

import re

from ingest.body_words import PLACE
from ingest.letters import rule

# What may stand between a body and what it must do.
_QUALIFIED = rule(
    rf"""
    \s*(?:
        \([^()]{{0,400}}\)
      | ,?\s*(?:đóng\s+|hoạt\s+động\s+)?trên\s+(?:toàn\s+)?địa\s+bàn(?:\s+(?:tỉnh|thành\s+phố|huyện|xã|phường))?
      | ,\s*(?:tỉnh|thành\s+phố)\s+{PLACE} | (?:,|và|hoặc)\s*tương\s+đương
      | ,?\s*(?:nêu|nói)\s+trên | ,?\s*(?:có\s+)?liên\s+quan(?:\s+khác)? | còn(?=\s+có\s) | cũng(?=\s+có\s)
      | ,\s*(?:nhất\s+là|đặc\s+biệt\s+là)\s[^.;:]{{2,250}}?
        (?=\s(?:chủ\s+(?:động|trì)|khẩn\s+trương|(?:có|chịu)\s+trách\s+nhiệm|tập\s+trung|tăng\s+cường|tiếp\s+tục)\s)
      | ,\s*(?:ngoại\s+trừ|trừ|không\s+kể|kể\s+cả|bao\s+gồm\s+cả|gồm\s+cả|nhất\s+là|đặc\s+biệt\s+là|trong\s+đó\s+có)\s
        [^,.;:]{{2,120}},
    )(?!\w)
    """,
    re.X | re.I,
)
# Those of a body's kind that a clause picks out: `UBND các xã có dự án chậm tiến độ chịu trách nhiệm ...`.
PICKED = rule(
    r"""
    \s*,?\s*(?:được|có|thuộc|tại|ở|nơi|trên|liên\s+quan|quản\s+lý|phụ\s+trách|tham\s+gia|vi\s+phạm)\s
    (?!(?:văn\s+bản|ý\s+kiến|báo\s+cáo|tờ\s+trình|công\s+văn|thông\s+báo|trách\s+nhiệm)\s)
    [^,.;:()]{2,110}?\s
    (?=(?:(?:có|chịu)\s+trách\s+nhiệm|chủ\s+trì|khẩn\s+trương|chủ\s+động|phải|tăng\s+cường|thường\s+xuyên|tập\s+trung)[\s,])
    """,
    re.X | re.I,
)
# `Sở Xây dựng khi cấp phép phải ...`
WHEN = rule(
    r"""
    \s*,?\s*(?=(?:khi|nếu|trước\s+khi|sau\s+khi|trong\s+(?:trường\s+hợp|quá\s+trình))\s)
    (?:[^.;:]|\.{2,3}){3,400}?\s(?=(?:phải|cần|(?:có|chịu)\s+trách\s+nhiệm)\s)
    """,
    re.X | re.I,
)
# A list of those who must act, some of them by no known name, up to the duty.
LISTED = rule(
    r"""
      (?=\s*(?:,|và\s)|\s(?:thuộc|trực\s+thuộc)\s)[^.;:()]{3,250}?\s(?=(?i:(?:có|chịu)\s+trách\s+nhiệm)\s)
    | \s*(?:,|và)\s+[A-ZĐÀ-Ỹ][^.;:(),]{2,60}?\s
      (?=(?:khẩn\s+trương|tập\s+trung|chủ\s+động|chủ\s+trì|tiếp\s+tục|tăng\s+cường|phối\s+hợp|thực\s+hiện|tổ\s+chức)\s)
    """,
    re.X,
)


def qualified(after: str) -> int:
    """How much of the words behind a body only tells which is meant, or which is not: a bracket, `nêu trên`, `, trừ
    ...,`."""
    end = 0
    for _ in range(3):
        found = _QUALIFIED.match(after, end)
        if not found:
            break
        end = found.end()
    return end
