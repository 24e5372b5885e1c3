"""Other provinces, cities and departments."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from tests.ingest.varied.case import Case, Change
from tests.ingest.varied.rewording import Pairs, exchange, in_strings


def renamed(pairs: Pairs, *, place: tuple[str, str] | None = None) -> Change:
    """Words exchanged in text and annotation."""

    def made(case: Case) -> Case | None:
        if place and case.gold["document"]["place"] != place[0]:
            return None
        every = (*pairs, *((place,) if place else ()))
        text = exchange(case.text, every)
        if text == case.text:
            return None
        return replace(case, text=text, gold=in_strings(case.gold, lambda x: exchange(x, every)))

    return made


PROVINCES = (("Lai Châu", "Quảng Trị"), ("Hậu Giang", "Bình Dương"), ("Đắk Lắk", "Thanh Hóa"))
CITIES = (("Lai Châu", "Cần Thơ"), ("Hậu Giang", "Đà Nẵng"), ("Đắk Lắk", "Hải Phòng"))


def city(old: str, new: str) -> Change:
    """A province as a city under the central government, with districts below it."""
    pairs = (
        (f"tỉnh {old}", f"thành phố {new}"),
        (f"Tỉnh {old}", f"Thành phố {new}"),
        ("Tỉnh ủy", "Thành ủy"),
        ("tỉnh", "thành phố"),
        ("các huyện, thành phố", "các quận, huyện"),
        ("các huyện thành phố", "các quận huyện"),
        ("Các huyện ủy, thị ủy, thành ủy", "Các quận ủy, huyện ủy"),
        ("Thành ủy, Thị ủy, Huyện ủy", "Quận ủy, Huyện ủy"),
        ("huyện, thành, thị ủy", "quận, huyện ủy"),
    )
    return renamed(pairs, place=(old, new))


DEPARTMENTS = (
    ("Sở Xây dựng", "Sở Công Thương"),
    ("Kế hoạch và Đầu tư, Xây dựng, NN và PTNT", "Kế hoạch và Đầu tư, Công Thương, NN và PTNT"),
    ("Sở Lao động, Thương binh và Xã hội", "Sở Nội vụ"),
    ("Sở Tài nguyên và Môi trường", "Sở Khoa học và Công nghệ"),
    ("Các sở: Tài nguyên và Môi trường", "Các sở: Khoa học và Công nghệ"),
    ("Sở Tài chính", "Sở Y tế"),
    ("Ban Dân tộc tỉnh", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Ban Quản lý Khu kinh tế tỉnh", "Ban Quản lý các khu công nghiệp tỉnh"),
    ("Ngân hàng Nhà nước tỉnh", "Kho bạc Nhà nước tỉnh"),
    ("Ban Tuyên giáo Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
)
DEPARTMENTS_2025 = (
    ("Sở Lao động, Thương binh và Xã hội", "Sở Nội vụ"),
    ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường"),
    (
        "Các sở: Tài nguyên và Môi trường, Kế hoạch và Đầu tư, Xây dựng, NN và PTNT",
        "Các sở: Giáo dục và Đào tạo, Tư pháp, Xây dựng, NN và MT",
    ),
    ("Sở Kế hoạch và Đầu tư", "Sở Tư pháp"),
    ("Sở Nông nghiệp và phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
    ("Ban Dân tộc tỉnh", "Sở Dân tộc và Tôn giáo"),
    ("Ban Quản lý Khu kinh tế tỉnh", "Thanh tra tỉnh"),
    ("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo và Dân vận Tỉnh ủy"),
    ("UBND các huyện, thành phố", "UBND các xã, phường"),
    ("UBND các huyện thành phố", "UBND các xã, phường"),
    ("UBND cấp huyện", "UBND cấp xã"),
)  # fmt: skip


def departments(case: Case, pairs: Pairs = DEPARTMENTS, leads: Sequence[str] = (), alone: Pairs = ()) -> Case | None:
    """Departments under other names. `leads` are those of the row that distributes one word over a list; the names of
    that list stand `alone` in the annotation."""
    new = renamed(pairs)(case)
    if new is None:
        return None
    gold = copy.deepcopy(dict(new.gold))
    for task in gold["tasks"]:
        if len(task["leads"]) == 4 and case.sheet.rows:
            task["leads"] = list(leads)
    names = dict(alone)
    for body in gold["agencies"]:
        body["surface"] = [names.get(x, x) for x in body["surface"]]
    return replace(new, gold=gold)


OF_2021 = partial(
    departments,
    leads=("Sở Khoa học và Công nghệ", "Sở Kế hoạch và Đầu tư", "Sở Công Thương", "Sở NN và PTNT"),
    alone=(("Xây dựng", "Công Thương"), ("Tài nguyên và Môi trường", "Khoa học và Công nghệ")),
)
OF_2025 = partial(
    departments,
    pairs=DEPARTMENTS_2025,
    leads=("Sở Giáo dục và Đào tạo", "Sở Tư pháp", "Sở Xây dựng", "Sở Nông nghiệp và Môi trường"),
    alone=(
        ("Kế hoạch và Đầu tư", "Tư pháp"),
        ("NN và PTNT", "NN và MT"),
        ("Tài nguyên và Môi trường", "Nông nghiệp và Môi trường"),
    ),
)
