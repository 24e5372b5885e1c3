"""A work cited by its name: the national one in its spellings, and none that only resembles it."""

from __future__ import annotations

import pytest

from ontology.works import LAW_NAMES, known_works, law_numbers, recognise

SCHEME = "ít nhất 01 triệu căn hộ nhà ở xã hội"


def flats(unit: str = "01 triệu căn hộ", period: str = "2021-2030", whom: str = "công nhân khu công nghiệp") -> str:
    return f"Đầu tư xây dựng ít nhất {unit} nhà ở xã hội cho đối tượng thu nhập thấp, {whom} giai đoạn {period}"


@pytest.mark.parametrize(
    "name",
    [
        flats(),
        flats("1 triệu căn hộ"),
        flats("01 triệu căn"),
        flats("01 triệu căn nhà"),
        flats(period="2021 - 2030"),
        flats(period="2021–2030"),
        flats(whom="công nhân KCN"),
        f"“{flats()}”",
        f'"{flats()}"',
        flats().replace("dựng", "dụng").replace("xã hội", "xả hội"),
        flats().replace("giai đoạn", "giai đọan"),
        flats().replace("cho đối", "cho  đối").upper(),
    ],
)
def test_the_scheme_in_its_spellings(name: str) -> None:
    work = recognise("Đề án", name)
    assert work is not None
    assert SCHEME in work.name
    assert (work.place, work.symbol, work.issuer) == ("VN", "", "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    ("doc_type", "name"),
    [
        ("Đề án", flats("15.900 căn hộ")),
        ("Đề án", flats(period="2026-2030")),
        ("Đề án", flats("02 triệu căn hộ")),
        ("Đề án", flats(whom="công nhân khu công nghiệp trên địa bàn tỉnh Lai Châu")),
        ("Kế hoạch", flats()),
        ("Đề án", "Phát triển nhà ở xã hội"),
        ("Đề án", "nhà ở"),
        ("Đề án", ""),
        ("Chương trình", "xây dựng nông thôn mới tỉnh Lai Châu"),
        ("Chương trình", "Chương trình mục tiêu quốc gia giảm nghèo bền vững tỉnh Lai Châu"),
        ("Chương trình", "phát triển nhà ở tỉnh Đắk Lắk giai đoạn 2021-2030"),
    ],
)
def test_others_are_not_the_national_one(doc_type: str, name: str) -> None:
    assert recognise(doc_type, name) is None


@pytest.mark.parametrize(
    "name",
    [
        "Chương trình mục tiêu quốc gia giảm nghèo bền vững",
        "MTQG giảm nghèo bền vững",
        "mục tiêu quốc gia xây dựng NTM",
    ],
)
def test_national_programmes(name: str) -> None:
    work = recognise("Chương trình", name.replace("NTM", "nông thôn mới"))
    assert work is not None
    assert work.name.startswith("Chương trình mục tiêu quốc gia")


def test_laws_by_name_and_year() -> None:
    laws = law_numbers()
    assert laws["nhà ở", "2023"].symbol == "27/2023/QH15"
    assert laws["nhà ở", "2014"].symbol == "65/2014/QH13"
    assert laws["đất đai", "2024"].date == "2024-01-18"
    assert ("nhà ở", "2022") not in laws


def test_a_year_with_two_laws_of_one_name_tells_neither() -> None:
    name = "Luật Tổ chức chính quyền địa phương"
    found = {work.symbol for work in known_works() if work.name == name and work.date.startswith("2025")}
    assert found == {"65/2025/QH15", "72/2025/QH15"}
    assert ("tổ chức chính quyền địa phương", "2025") not in law_numbers()
    assert law_numbers()["tổ chức chính quyền địa phương", "2015"].symbol == "77/2015/QH13"


def test_names_of_laws() -> None:
    assert len(LAW_NAMES) == len(set(LAW_NAMES)) > 150
    assert {"Nhà ở", "Đất đai", "Đầu tư công", "Các tổ chức tín dụng", "Dân sự"} <= set(LAW_NAMES)
    assert {work.name.removeprefix("Luật ") for work in known_works() if work.doc_type == "Luật"} <= set(LAW_NAMES)
    assert not any(name != name.strip() or "\n" in name for name in LAW_NAMES)


def test_numbers_of_laws_carry_their_year() -> None:
    for work in known_works():
        if work.doc_type == "Luật":
            assert work.symbol.split("/")[1] == work.date[:4]
