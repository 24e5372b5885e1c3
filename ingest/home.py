"""The place a document belongs to, and that of the bodies it names without one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ingest.letters import rule
from ontology.places import PROVINCE_NAMES, province

_OF_PROVINCE = rule(r"(?<!\w)(?:tỉnh$|tỉnh\s+(?:ủy|uỷ|đoàn)(?!\w)|sở\s)", re.I)
_OF_CITY = rule(r"(?<!\w)(?:thành\s+phố$|thành\s+(?:ủy|uỷ|đoàn)(?!\w)|sở\s)", re.I)


@dataclass(frozen=True, slots=True)
class Home:
    """`place` is the place of a document, a province or a unit below one, empty when unknown or the whole country's;
    `province` the one that a unit below lies in, empty when nothing tells it."""

    place: str = ""
    province: str = ""

    @property
    def below_province(self) -> bool:
        """Whether the place is a district or a commune: `xã Mường Than`."""
        return self.place[:1].islower()

    def of(self, surface: str) -> str:
        """The place of a body that these words name without one: `UBND tỉnh` in a commune's plan is its province's."""
        if not self.below_province:
            return self.place
        known = province(self.province)
        above = _OF_CITY if known and known.kind == "thành phố" else _OF_PROVINCE
        return self.province if above.search(surface) else self.place


@cache
def _named() -> re.Pattern[str]:
    spelled = (re.escape(name) for usual in PROVINCE_NAMES for name in (usual, usual.upper()))
    names = "|".join(name.replace(r"\ ", r"\s+") for name in spelled)
    kinds = r"[Tt]ỉnh|[Tt]hành\s+phố|TP\.?|ủy|TỈNH|THÀNH\s+PHỐ|Báo"
    return rule(rf"(?:{kinds})\s+(?P<name>{names})(?!\w)(?!\s*\(cũ\))")


def province_spoken_of(text: str) -> str:
    """The province a text speaks of as its own: the one it names most after `tỉnh`, `thành phố`, `ủy`; empty when it
    names none."""
    named = (province(match["name"]) for match in _named().finditer(text))
    counted = Counter(found.name for found in named if found)
    return min(counted, key=lambda name: (-counted[name], name), default="")
