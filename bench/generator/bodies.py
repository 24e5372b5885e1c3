"""Bodies that made-up documents give duties to, by level of government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SECTORS = (
    "Tài chính", "Xây dựng", "Y tế", "Nội vụ", "Tư pháp", "Công Thương", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch", "Nông nghiệp và Môi trường",
)  # fmt: skip
OLD_SECTORS = (
    "Kế hoạch và Đầu tư", "Tài nguyên và Môi trường", "Giao thông vận tải", "Thông tin và Truyền thông", "Lao động - Thương binh và Xã hội", "Nông nghiệp và Phát triển nông thôn",
)  # fmt: skip


@dataclass(frozen=True)
class Body:
    """`surface` as the document writes it, `name` in full with the place it belongs to."""

    surface: str
    name: str
    collective: bool = False


@dataclass(frozen=True)
class Staff:
    """Who a level can give duties to, whom it can only ask, whom its bodies direct, and to whom is reported."""

    single: tuple[Body, ...]
    groups: tuple[Body, ...]
    asked: tuple[Body, ...]
    directed: tuple[Body, ...]
    superior: Body


def _own(seat: str, names: Sequence[str], suffix: str = "") -> tuple[Body, ...]:
    return tuple(Body(f"{name}{suffix}", f"{name} {seat}") for name in names)


def _groups(names: Sequence[str]) -> tuple[Body, ...]:
    return tuple(Body(name, name, True) for name in names)


def sectors(old: bool) -> tuple[str, ...]:
    """Fields of departments and ministries before and after the mergers of March 2025."""
    return (*SECTORS[:-1], *OLD_SECTORS) if old else SECTORS


def province_state(seat: str, level: str, old: bool, departments: Sequence[str]) -> Staff:
    """`seat` is `tỉnh Lai Châu` or `thành phố Huế`, `level` `tỉnh` or `thành phố`."""
    fields = tuple(dict.fromkeys((*departments, *sectors(old)))) if old else sectors(old)
    single = _own(seat, [f"Sở {field}" for field in fields])
    single += (
        Body(f"Công an {level}", f"Công an {seat}"),
        Body(f"Thanh tra {level}", f"Thanh tra {seat}"),
        Body(f"Bộ Chỉ huy Quân sự {level}", f"Bộ Chỉ huy Quân sự {seat}"),
    )
    units = f"UBND các huyện, {'thị xã, ' if level == 'tỉnh' else 'quận, '}thành phố" if old else "UBND các xã, phường"
    return Staff(
        single,
        _groups((f"Các sở, ban, ngành {level}", units, "Các đơn vị có liên quan")),
        (Body(f"Ủy ban Mặt trận Tổ quốc Việt Nam {level}", f"Ủy ban Mặt trận Tổ quốc Việt Nam {seat}"), Body(f"Liên đoàn Lao động {level}", f"Liên đoàn Lao động {seat}"), Body(f"Hội Nông dân {level}", f"Hội Nông dân {seat}")),
        _groups(("các đơn vị trực thuộc", "các chủ đầu tư")),
        Body(f"UBND {level}", f"Ủy ban nhân dân {seat}"),
    )  # fmt: skip


def province_party(seat: str, level: str, old: bool) -> Staff:
    committee = "Tỉnh ủy" if level == "tỉnh" else "Thành ủy"
    place = seat.removeprefix(level + " ")
    names = [
        f"Văn phòng {committee}",
        f"Ban Tổ chức {committee}",
        f"Ủy ban Kiểm tra {committee}",
        f"Ban Nội chính {committee}",
    ]
    names += (
        [f"Ban Tuyên giáo {committee}", f"Ban Dân vận {committee}"]
        if old
        else [f"Ban Tuyên giáo và Dân vận {committee}"]
    )
    single = tuple(Body(name, f"{name} {place}") for name in names)
    if old:
        single += (
            Body(f"Ban cán sự đảng UBND {level}", f"Ban cán sự đảng Ủy ban nhân dân {seat}"),
            Body(f"Đảng đoàn HĐND {level}", f"Đảng đoàn Hội đồng nhân dân {seat}"),
        )
    else:
        single += (
            Body(f"Đảng ủy UBND {level}", f"Đảng ủy Ủy ban nhân dân {seat}"),
            Body(f"Đảng ủy HĐND {level}", f"Đảng ủy Hội đồng nhân dân {seat}"),
        )
    groups = (
        ("Các huyện ủy, thị ủy, thành ủy", f"Các cấp ủy, tổ chức đảng trực thuộc {committee}")
        if old and level == "tỉnh"
        else (f"Các đảng ủy trực thuộc {committee}",)
    )
    return Staff(
        single,
        _groups(groups[:1]),
        (Body(f"Ủy ban Mặt trận Tổ quốc Việt Nam {level}", f"Ủy ban Mặt trận Tổ quốc Việt Nam {seat}"),),
        _groups(("các sở, ban, ngành", "các cơ quan chức năng", "các cơ quan báo chí")),
        Body(f"Ban Thường vụ {committee}", f"Ban Thường vụ {committee} {place}"),
    )  # fmt: skip


def commune_state(unit: str, seat: str) -> Staff:
    """`unit` is `xã`, `phường` or `huyện`, `seat` the unit with its name."""
    offices = (
        ("Phòng Kinh tế", "Phòng Văn hóa - Xã hội")
        if unit == "xã"
        else ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Văn hóa - Xã hội")
    )
    single = _own(seat, offices) + (
        Body(f"Công an {unit}", f"Công an {seat}"),
        Body(f"Trạm Y tế {unit}", f"Trạm Y tế {seat}"),
        Body(f"Ban Chỉ huy Quân sự {unit}", f"Ban Chỉ huy Quân sự {seat}"),
        Body(f"Văn phòng HĐND và UBND {unit}", f"Văn phòng HĐND và UBND {seat}"),
    )
    return Staff(
        single[:1] + single[1:],
        _groups(("Các thôn, bản" if unit == "xã" else "Các tổ dân phố", "Các cơ quan, đơn vị", "Các trường học")),
        (Body(f"Ủy ban Mặt trận Tổ quốc Việt Nam {unit}", f"Ủy ban Mặt trận Tổ quốc Việt Nam {seat}"), Body(f"Hội Nông dân {unit}", f"Hội Nông dân {seat}")),
        _groups(("các thôn, bản" if unit == "xã" else "các tổ dân phố",)),
        Body(f"UBND {unit}", f"Ủy ban nhân dân {seat}"),
    )  # fmt: skip


def central_state(old: bool) -> Staff:
    single = tuple(Body(f"Bộ {field}", f"Bộ {field}") for field in sectors(old)) + (
        Body("Bộ Công an", "Bộ Công an"),
        Body("Bộ Quốc phòng", "Bộ Quốc phòng"),
        Body("Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam"),
        Body("Thanh tra Chính phủ", "Thanh tra Chính phủ"),
    )
    return Staff(
        single,
        _groups(("Các bộ, ngành", "UBND các tỉnh, thành phố trực thuộc trung ương")),
        (Body("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"), Body("Tổng Liên đoàn Lao động Việt Nam", "Tổng Liên đoàn Lao động Việt Nam")),
        _groups(("các đơn vị trực thuộc", "các địa phương")),
        Body("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
    )  # fmt: skip


def central_party() -> Staff:
    names = (
        "Đảng ủy Chính phủ",
        "Đảng ủy Quốc hội",
        "Ban Tuyên giáo và Dân vận Trung ương",
        "Ban Tổ chức Trung ương",
        "Ủy ban Kiểm tra Trung ương",
        "Văn phòng Trung ương Đảng",
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
    )
    return Staff(
        tuple(Body(name, name) for name in names[:-1]),
        _groups(("Các tỉnh ủy, thành ủy",)),
        (),
        _groups(("các cơ quan chức năng", "các cơ quan báo chí")),
        Body("Ban Bí thư", "Ban Bí thư Trung ương Đảng"),
    )  # fmt: skip
