"""Deadlines of every form, with what they mean."""

from __future__ import annotations

import calendar
from random import Random

from bench.generator.truth import Due

_QUARTERS = ("I", "II", "III", "IV")


def months(year: int, first: int, last: int) -> tuple[str, str]:
    return f"{year}-{first:02d}-01", f"{year}-{last:02d}-{calendar.monthrange(year, last)[1]:02d}"


def day(rng: Random, year: int) -> tuple[str, str]:
    """A day as written and as ISO; days below 10 take a zero, months below 3 too (Nghị định 30/2020/NĐ-CP)."""
    month = rng.randint(1, 12)
    number = rng.randint(1, calendar.monthrange(year, month)[1])
    iso = f"{year}-{month:02d}-{number:02d}"
    if rng.random() < 0.25:
        return (
            f"{number:02d} tháng {month:02d} năm {year}" if month < 3 else f"{number:02d} tháng {month} năm {year}",
            iso,
        )
    return (
        f"{number:02d}/{month:02d}/{year}" if month < 3 or rng.random() < 0.4 else f"{number:02d}/{month}/{year}",
        iso,
    )


def for_cell(rng: Random, year: int) -> Due:
    """What a deadline column holds."""
    later = year + rng.randint(0, 3)
    month, quarter = rng.randint(1, 12), rng.randint(1, 4)
    span = months(later, 3 * quarter - 2, 3 * quarter)
    date, iso = day(rng, later)
    far = later + rng.randint(2, 6)
    return rng.choice(
        (
            Due(f"Tháng {month}/{later}", *months(later, month, month)),
            Due(f"{month}/{later}", *months(later, month, month)),
            Due(f"Tháng {month} năm {later}", *months(later, month, month)),
            Due(f"Quý {_QUARTERS[quarter - 1]}/{later}", *span),
            Due(f"Quý {_QUARTERS[quarter - 1]} năm {later}", *span),
            Due(f"Trong quý {_QUARTERS[quarter - 1]}/{later}", *span),
            Due(f"Năm {later}", *months(later, 1, 12)),
            Due(f"Trong năm {later}", *months(later, 1, 12)),
            Due(f"Năm {later}, {later + 1}", f"{later}-01-01", f"{later + 1}-12-31"),
            Due(f"Giai đoạn {later} - {far}", f"{later}-01-01", f"{far}-12-31"),
            Due(f"{later} - {far}", f"{later}-01-01", f"{far}-12-31"),
            Due(f"Đến năm {far}", "", f"{far}-12-31"),
            Due(f"Trước ngày {date}", "", iso),
            Due(f"Hoàn thành trước ngày {date}", "", iso),
            Due(f"Ngày {date}", "", iso),
            Due(f"6 tháng đầu năm {later}", *months(later, 1, 6)),
            Due("Hằng năm", again="yearly"),
            Due("Hàng năm", again="yearly"),
            Due("Hằng quý", again="quarterly"),
            Due("Hằng tháng", again="monthly"),
            Due("Thường xuyên", again="ongoing"),
            Due("Định kỳ hằng năm", again="yearly"),
        )
    )


def for_sentence(rng: Random, year: int) -> Due:
    """What closes a duty in prose."""
    later = year + rng.randint(0, 3)
    month, quarter = rng.randint(1, 12), rng.randint(1, 4)
    date, iso = day(rng, later)
    n = rng.choice((10, 15, 20, 30, 45))
    return rng.choice(
        (
            Due(f"trước ngày {date}", "", iso),
            Due(f"xong trước ngày {date}", "", iso),
            Due(f"chậm nhất ngày {date}", "", iso),
            Due(f"trong quý {_QUARTERS[quarter - 1]}/{later}", *months(later, 3 * quarter - 2, 3 * quarter)),
            Due(f"trong quý {_QUARTERS[quarter - 1]} năm {later}", *months(later, 3 * quarter - 2, 3 * quarter)),
            Due(f"trong tháng {month}/{later}", *months(later, month, month)),
            Due(f"trong tháng {month} năm {later}", *months(later, month, month)),
            Due(f"trong năm {later}", *months(later, 1, 12)),
            Due(f"đến hết năm {later}", "", f"{later}-12-31"),
            Due(f"trong giai đoạn {later} - {later + 5}", f"{later}-01-01", f"{later + 5}-12-31"),
            Due(f"trong {n} ngày kể từ ngày Kế hoạch này được ký"),
            Due(f"trong thời hạn {n} ngày làm việc kể từ ngày nhận đủ hồ sơ"),
            Due("trước ngày 15/12 hằng năm", again="yearly"),
            Due("trước ngày 20 hằng tháng", again="monthly"),
        )
    )


def cell_without_meaning(rng: Random) -> Due:
    return Due(rng.choice(("Theo tiến độ dự án", "Theo kế hoạch được duyệt")))
