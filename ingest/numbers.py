"""Vietnamese figures: `1.800` is a thousand mark, `23,29` a decimal comma, `01 triệu` a million."""

from __future__ import annotations

from ingest.letters import rule

FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_MAGNITUDE = {"nghìn": 1_000, "ngàn": 1_000, "vạn": 10_000, "triệu": 1_000_000}
MAGNITUDE = "|".join(_MAGNITUDE)
_THOUSANDS = rule(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def figure(text: str, magnitude: str = "") -> int | float:
    """The number written as `text`, an int when it is whole: `1.800` gives 1800, `23,29` 23.29, `01` with the
    magnitude `triệu` 1000000."""
    plain = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    value = float(plain.replace(",", ".")) * _MAGNITUDE.get(magnitude.lower(), 1)
    return int(value) if value == int(value) else value
