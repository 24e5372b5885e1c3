"""Places and people that made-up documents name. Provinces are those of before July 2025: documents of every year name them."""

from __future__ import annotations

CITIES = ("Hà Nội", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh", "Huế")
PROVINCES = tuple(
    """An Giang|Bà Rịa - Vũng Tàu|Bắc Giang|Bắc Kạn|Bạc Liêu|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cao Bằng|Đắk Lắk|Đắk Nông
|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Tĩnh|Hải Dương|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn
|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh
|Thái Bình|Thái Nguyên|Thanh Hóa|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái""".replace("\n", "").split("|")
)  # fmt: skip
COMMUNES = (
    "Tân Phong", "Mường Lay", "Thạnh Mỹ", "Bình Khê", "Sơn Hạ", "Nà Tấu", "Vĩnh Trạch", "Đông Sơn", "Cẩm Thủy", "Ea Nuôl", "Phú Lộc", "Nghĩa Trung", "Yên Thịnh", "Chiềng Sinh",
)  # fmt: skip
DISTRICTS = ("Tam Sơn", "Phong Điền", "Đông Hưng", "Krông Nô", "Mường Ảng", "Vĩnh Tường", "Long Hồ", "Yên Lập")
_FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Lò", "Giàng", "Y")
_MIDDLES = ("Văn", "Thị", "Minh", "Quốc", "Thanh", "Hữu", "Thế", "Ngọc")
_GIVEN = ("An", "Bình", "Cường", "Dũng", "Hà", "Hòa", "Lan", "Sơn", "Thủy", "Tuấn", "Vinh", "Quỳnh")


def people() -> tuple[tuple[str, ...], ...]:
    """Family names, middle names, given names."""
    return _FAMILIES, _MIDDLES, _GIVEN
