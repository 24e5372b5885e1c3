"""Names in lists whose first word stands once for all: `các sở: Tài chính, Xây dựng`, `UBND các xã: A, B`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from ingest.body import Body
from ingest.body_words import PLACE, PROPER, SECTOR
from ingest.letters import rule
from ingest.naming import full_name
from ontology.places import province

_DISTRIBUTED = rule(
    r"[Cc]ác\s+(?P<head>[Ss]ở|[Bb]ộ)(?:\s*[:(]?|(?:\s*,\s*ban)?\s*,\s*ngành(?:\s+(?:có\s+)?liên\s+quan)?\s*:)\s*(?=[A-ZĐ])"
)
# `UBND các xã: Tân Lập, Yên Phú`
_SEATS_LISTED = rule(r"\s(?P<all>các\s+(?P<unit>xã|phường|huyện|quận|thị\s+trấn))\s*:\s*(?=[A-ZĐ])", re.I)
_PLACE_NAME = rule(rf"{PROPER}(?=\s*(?:[,;.\n]|và\s|$)|\s+[a-zà-ỹ])")
_ALSO = rule(r"\s*(?:,|;|và|,\s*và|&)\s*")
COMMITTEE = "Ủy ban nhân dân"
_PROVINCE_NAMED = rule(
    rf"(?:(?:[Tt]ỉnh|[Tt]hành\s+phố|TP\.?|Thủ\s+đô)\s+(?P<place>{PLACE})|(?=[Tt]hành|TP)(?P<city>{PLACE}))"
)
_CLOSED = rule(r"\s*\)")
_CLOSE = rule(r"\s*(?:[,;.\n(]|và\s|$)")


@cache
def _sector_rule() -> re.Pattern[str]:
    return rule(rf"{SECTOR}(?!\w)")


def distributed(text: str, start: int) -> list[Body]:
    """`Các sở: Tài chính, Xây dựng`: the word spreads over the sectors."""
    head = _DISTRIBUTED.match(text, start)
    if not head:
        return []
    first = _sector_rule().match(text, head.end())
    if not first or not first[0][0].isupper():
        return []
    word = head["head"].capitalize()
    found = [replace(_sector_body(text, first.start(), first.end(), word), start=start)]
    found += more_sectors(text, first.end(), word, closed=False)
    if "(" in head[0] and (close := _CLOSED.match(text, found[-1].end)):
        found[-1] = replace(found[-1], end=close.end())
    return found


def seats_listed(text: str, body: Body) -> list[Body]:
    """`UBND các xã: A, B`: one body for each place that is listed; none where no places are."""
    if not body.collective or text[body.end : body.end + 1] not in (":", " "):
        return []
    listed = _SEATS_LISTED.search(text, max(body.start, body.end - 16), body.end + 4)
    listed = listed and _SEATS_LISTED.match(text, listed.start())
    found: list[Body] = []
    position = listed.end() if listed and listed.start("all") < body.end else len(text)
    while listed and (place := _PLACE_NAME.match(text, position)):
        unit = " ".join(listed["unit"].lower().split())
        kind = full_name(text[body.start : listed.start("all")])
        start = position if found else body.start
        surface = text[start : place.end()]
        found.append(Body(start, place.end(), surface, kind, f"{unit} {place[0]}", True, False))
        also = _ALSO.match(text, place.end())
        if not also:
            break
        position = also.end()
    return found if len(found) > 1 else []


def more_sectors(text: str, position: int, word: str, closed: bool) -> list[Body]:
    """Sectors that go on after `Sở X`: `, Y và Z`, each capitalised; with `closed` also ended by a mark, `và` or the
    end, since with more words it is something else."""
    found = []
    while (also := _ALSO.match(text, position)) and (sector := _sector_rule().match(text, also.end())):
        if not sector[0][0].isupper() or (closed and not _CLOSE.match(text[sector.end() : sector.end() + 6])):
            break
        found.append(_sector_body(text, sector.start(), sector.end(), word))
        position = sector.end()
    return found


def more_provinces(text: str, position: int) -> list[Body]:
    """Provinces that go on behind one: `UBND thành phố Hà Nội, Thành phố Hồ Chí Minh`, with the committee of each
    meant."""
    found: list[Body] = []
    while (also := _ALSO.match(text, position)) and (place := _PROVINCE_NAMED.match(text, also.end())):
        found.append(_committee_of(place))
        position = place.end()
    return found


def province_meant(text: str, at: int) -> tuple[Body, ...]:
    """The committee that is meant where a province stands for it, `Đối với Thủ đô Hà Nội`; none where it goes on."""
    place = _PROVINCE_NAMED.match(text, at)
    return (_committee_of(place),) if place and not text[place.end() :].strip(" :.*") else ()


def _committee_of(place: re.Match[str]) -> Body:
    name = place["place"] or place["city"]
    known = province(name)
    return Body(place.start(), place.end(), place[0], COMMITTEE, known.name if known else name, True, False)


def _sector_body(text: str, start: int, end: int, word: str) -> Body:
    name = full_name(f"{word} {text[start:end]}")
    return Body(start, end, text[start:end], name, "", word == "Sở", False)
