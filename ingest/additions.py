"""Sentences that only add to the duty before them: when it is due, `Thời gian thực hiện: Quý III/2026.`, and who helps,
`Phối hợp: Công an xã.`"""

from __future__ import annotations

import re

from ingest.bodies import Body
from ingest.letters import rule
from ingest.sentences import Sentence

_TERM = rule(
    r"""
    \s*(?:
        (?:Thời\s+(?:gian|hạn)|Tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+(?:thành|tất)|triển\s+khai))?\s*:
      | Hoàn\s+thành(?:\s+xong)?(?:\s*:|(?=\s+(?:trước|trong|chậm\s+nhất|vào)\s[^,;:]{4,60}$))
    )
    """,
    re.I | re.X,
)
_HELP = rule(r"\s*(?:(?:Cơ\s+quan|Đơn\s+vị)\s+)?Phối\s+hợp(?:\s+(?:thực\s+hiện|cùng|có))?\s*:\s*", re.I)
_ONLY_HELPS = rule(
    r"\s*(?:,\s*)?(?:(?:có|chịu)\s+trách\s+nhiệm\s+|chủ\s+động\s+)?phối\s+hợp"
    r"(?:\s+(?:thực\s+hiện|triển\s+khai|chặt\s+chẽ|cùng\s+thực\s+hiện))?[\s./]*",
    re.I,
)


def is_term(sentence: Sentence) -> bool:
    """Whether a sentence only tells when the duty before it is due."""
    return _TERM.match(sentence.words) is not None


def helpers(sentence: Sentence) -> tuple[Body, ...]:
    """Who helps with the duty before, where a sentence tells nothing else: `Các đơn vị liên quan có trách nhiệm phối
    hợp.`"""
    label = _HELP.match(sentence.words)
    group = sentence.group(sentence.start + (label.end() if label else sentence.lead))
    after = sentence.after(group) if group else ""
    only = not after.strip(" .") if label else _ONLY_HELPS.fullmatch(after) is not None
    return group if only else ()
