"""Bodies named in a text: single ones, collectives, lists that share a word."""

from __future__ import annotations

import pytest

from graph.reading import AgencyKey
from ingest.bodies import bodies, bodies_behind, body_at
from ingest.home import Home
from ingest.naming import full_name, group_name, split_place
from tests.ingest.reading import sample_lines

HOME = "Lai Châu"


def keys(text: str) -> list[AgencyKey]:
    return [body.key(Home(HOME)) for body in bodies(text)]


def known(text: str) -> list[str]:
    return [body.name for body in bodies(text)]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Sở Xây dựng", AgencyKey("Sở Xây dựng", HOME)),
        ("Sở Xây dựng tỉnh Sơn La", AgencyKey("Sở Xây dựng", "Sơn La")),
        ("Sở Nông nghiệp và Môi trường", AgencyKey("Sở Nông nghiệp và Môi trường", HOME)),
        ("Sở Lao động - Thương binh và Xã hội", AgencyKey("Sở Lao động - Thương binh và Xã hội", HOME)),
        ("UBND tỉnh", AgencyKey("Ủy ban nhân dân", HOME)),
        ("Ủy ban nhân dân tỉnh Đắk Lắk", AgencyKey("Ủy ban nhân dân", "Đắk Lắk")),
        ("Chủ tịch UBND tỉnh", AgencyKey("Chủ tịch Ủy ban nhân dân", HOME)),
        ("HĐND tỉnh", AgencyKey("Hội đồng nhân dân", HOME)),
        ("UBND xã Mường Than", AgencyKey("Ủy ban nhân dân", "xã Mường Than")),
        ("Văn phòng UBND tỉnh", AgencyKey("Văn phòng Ủy ban nhân dân", HOME)),
        ("Ban Thường vụ Tỉnh ủy", AgencyKey("Ban Thường vụ Tỉnh ủy", HOME)),
        ("BTV Tỉnh ủy", AgencyKey("Ban Thường vụ Tỉnh ủy", HOME)),
        ("Tỉnh uỷ Hậu Giang", AgencyKey("Tỉnh ủy", "Hậu Giang")),
        ("Ban cán sự đảng UBND tỉnh", AgencyKey("Ban cán sự đảng Ủy ban nhân dân", HOME)),
        ("Ban Tuyên giáo và Dân vận Tỉnh ủy", AgencyKey("Ban Tuyên giáo và Dân vận Tỉnh ủy", HOME)),
        ("Ủy ban MTTQ Việt Nam tỉnh", AgencyKey("Ủy ban Mặt trận Tổ quốc Việt Nam", HOME)),
        ("Công an tỉnh", AgencyKey("Công an", HOME)),
        ("Liên đoàn Lao động tỉnh", AgencyKey("Liên đoàn Lao động", HOME)),
        ("Trung tâm Phát triển quỹ đất tỉnh", AgencyKey("Trung tâm Phát triển quỹ đất", HOME)),
        ("Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh Lai Châu", AgencyKey("Ngân hàng Nhà nước Việt Nam", HOME)),
        # central bodies belong to no province
        ("Bộ Xây dựng", AgencyKey("Bộ Xây dựng")),
        ("Thủ tướng Chính phủ", AgencyKey("Thủ tướng Chính phủ")),
        ("Ban Bí thư", AgencyKey("Ban Bí thư Trung ương Đảng")),
        # collectives
        ("các sở, ban, ngành", AgencyKey("Các sở, ban, ngành", HOME, True)),
        ("các sở, ngành liên quan", AgencyKey("Các sở, ngành liên quan", HOME, True)),
        ("các sở, ngành có liên quan", AgencyKey("Các sở, ngành có liên quan", HOME, True)),
        ("UBND các huyện, thành phố", AgencyKey("Ủy ban nhân dân các huyện, thành phố", HOME, True)),
        ("Đảng ủy các xã, phường", AgencyKey("Đảng ủy các xã, phường", HOME, True)),
        ("tổ chức đảng các cấp", AgencyKey("Tổ chức đảng các cấp", HOME, True)),
        ("các bộ, ngành trung ương", AgencyKey("Các bộ, ngành trung ương", "", True)),
    ],
)
def test_one_body(words: str, key: AgencyKey) -> None:
    text = f"phối hợp với {words}; sau đó công bố"
    (found,) = bodies(text)
    assert found.key(Home(HOME)) == key
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Các sở: Tài chính, Nội vụ, Y tế", ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"]),
        ("các Sở Xây dựng, Tài chính và Nội vụ", ["Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"]),
        ("Các bộ: Xây dựng, Tài chính", ["Bộ Xây dựng", "Bộ Tài chính"]),
        ("Sở Kế hoạch và Đầu tư, Sở Tài chính", ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]),
        ("Sở Xây dựng, Công an tỉnh", ["Sở Xây dựng", "Công an"]),
        ("cấp ủy, tổ chức đảng các cấp", ["Cấp ủy", "Tổ chức đảng các cấp"]),
    ],
)
def test_lists(text: str, found: list[str]) -> None:
    assert known(text) == found


def test_a_word_that_spreads_leaves_work_alone() -> None:
    # `Y tế` after a comma is a sector of work here, no department
    assert known("Sở Tài chính bố trí vốn cho giáo dục, y tế") == ["Sở Tài chính"]


@pytest.mark.parametrize(
    "text",
    [
        "xây dựng cơ sở sản xuất",
        "quyền sở hữu nhà ở",
        "công an nhân dân",
        "bộ tiêu chí đánh giá",
        "ngành nghề nông thôn",
        "sở trường của từng người",
        "đảng viên và quần chúng",
        "ủy viên thường vụ",
        "đơn vị tính: căn",
        "ban ngày và ban đêm",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("surface", "parts"),
    [
        ("Sở Xây dựng tỉnh Lai Châu", ("Sở Xây dựng", "Lai Châu")),
        ("Sở Xây dựng tỉnh", ("Sở Xây dựng", "")),
        ("Công an thành phố", ("Công an", "")),
        ("Hội Nông dân", ("Hội Nông dân", "")),
    ],
)
def test_the_place_of_a_name(surface: str, parts: tuple[str, str]) -> None:
    assert split_place(surface) == parts


def test_names_in_full() -> None:
    assert full_name("BTV Thành uỷ") == "Ban Thường vụ Thành ủy"
    assert group_name("các Sở, Ban, Ngành liên quan") == "Các sở, ban, ngành liên quan"
    assert group_name("UBND các xã") == "Ủy ban nhân dân các xã"


@pytest.mark.parametrize("words", ["Tập đoàn Điện lực Việt Nam", "Ban Quản lý Khu kinh tế cửa khẩu tỉnh"])
def test_a_name_is_read_to_its_end(words: str) -> None:
    assert [body.surface for body in bodies(f"phối hợp với {words}; sau đó")] == [words]


def test_bodies_behind_a_place_are_those_of_the_rest() -> None:
    """`- Sở Xây dựng`, `-Sở Xây dựng`: a hyphen before a name makes it another word."""
    for line in ("- Sở Xây dựng và UBND tỉnh", "-Sở Xây dựng", "Sở Xây dựng, Sở Tài chính", *sample_lines()):
        for at in (0, 1, 2, 3, len(line) // 2):
            assert list(bodies_behind(line, at)) == bodies(line[at:])


def test_the_body_that_begins_at_a_place() -> None:
    text = "Quyết định của Sở Xây dựng tỉnh Lai Châu, Sở Tài chính"
    first = body_at(text, text.index("Sở Xây"), len(text))
    assert first is not None
    assert text[first.start : first.end] == "Sở Xây dựng tỉnh Lai Châu"
    assert body_at(text, text.index("của"), len(text)) is None


def test_seats_that_are_listed() -> None:
    found = bodies("UBND các xã: Tân Lập, Yên Phú và Mường So họp dân.")
    assert [(b.name, b.place) for b in found[:2]] == [
        ("Ủy ban nhân dân", "xã Tân Lập"),
        ("Ủy ban nhân dân", "xã Yên Phú"),
    ]
    assert [b.surface for b in bodies("UBND các xã: Rà soát lại.")] == ["UBND các xã"]


def test_seats_by_their_kinds_alone() -> None:
    found = bodies("UBND xã, phường, đặc khu họp; UBND phường, xã, thị trấn họp; UBND xã Tân Lập họp.")
    assert [(b.surface, b.collective) for b in found] == [
        ("UBND xã, phường, đặc khu", True),
        ("UBND phường, xã, thị trấn", True),
        ("UBND xã Tân Lập", False),
    ]


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Ban Chỉ đạo quốc gia 55", AgencyKey("Ban Chỉ đạo quốc gia 55")),
        (
            "Ban Chỉ đạo Trung ương về phát triển rừng, giữ nước và làm muối",
            AgencyKey("Ban Chỉ đạo Trung ương về phát triển rừng, giữ nước và làm muối"),
        ),
        ("Ban Chỉ đạo phòng, chống thiên tai tỉnh", AgencyKey("Ban Chỉ đạo phòng, chống thiên tai", HOME)),
        ("Ban Chỉ đạo phát triển nhà ở xã hội cấp thành phố", AgencyKey("Ban Chỉ đạo phát triển nhà ở xã hội", HOME)),
        ("Văn phòng Ban Chỉ đạo 55", AgencyKey("Văn phòng Ban Chỉ đạo 55", HOME)),
        ("Hội đồng Tư vấn quốc gia về nghề muối", AgencyKey("Hội đồng Tư vấn quốc gia về nghề muối")),
        ("Hội đồng Thi đua - Khen thưởng tỉnh", AgencyKey("Hội đồng Thi đua - Khen thưởng", HOME)),
        ("Đoàn giám sát của Quốc hội", AgencyKey("Đoàn giám sát của Quốc hội")),
        ("Ban Pháp chế HĐND tỉnh", AgencyKey("Ban Pháp chế Hội đồng nhân dân", HOME)),
        ("Ban Dân nguyện", AgencyKey("Ban Dân nguyện")),
        ("Ban Chấp hành Đảng bộ tỉnh Sơn La", AgencyKey("Ban Chấp hành Đảng bộ", "Sơn La")),
        ("Vụ Kế hoạch - Tài chính", AgencyKey("Vụ Kế hoạch - Tài chính")),
        ("Tổng cục Thuế", AgencyKey("Tổng cục Thuế")),
        ("Cục Quản lý nhà và thị trường bất động sản", AgencyKey("Cục Quản lý nhà và thị trường bất động sản")),
        ("Cục Bảo vệ thực vật", AgencyKey("Cục Bảo vệ thực vật")),
        ("Cục Quản lý đê điều", AgencyKey("Cục Quản lý đê điều")),
        ("Bộ Tư lệnh Quân khu 9", AgencyKey("Bộ Tư lệnh Quân khu 9")),
        ("UBND xã, phường", AgencyKey("Ủy ban nhân dân xã, phường", HOME, True)),
        ("UBND các huyện, thành phố Sơn Hà", AgencyKey("Ủy ban nhân dân các huyện, thành phố Sơn Hà", HOME, True)),
        ("Đoàn Đại biểu Quốc hội các tỉnh", AgencyKey("Đoàn Đại biểu Quốc hội các tỉnh", HOME, True)),
        ("Sở Y tế các tỉnh, thành phố", AgencyKey("Sở Y tế các tỉnh, thành phố", "", True)),
        ("các Ban của Hội đồng nhân dân tỉnh", AgencyKey("Các ban của Hội đồng nhân dân tỉnh", HOME, True)),
        ("các ngành, các cấp", AgencyKey("Các ngành, các cấp", HOME, True)),
        ("các cấp chính quyền địa phương", AgencyKey("Các cấp chính quyền địa phương", HOME, True)),
        ("các ban ngành chức năng", AgencyKey("Các ban ngành chức năng", HOME, True)),
        ("cơ quan thuế", AgencyKey("Cơ quan thuế", HOME, True)),
        ("các cơ quan thông tấn, báo chí", AgencyKey("Các cơ quan thông tấn, báo chí", HOME, True)),
        ("các cơ sở giáo dục nghề nghiệp", AgencyKey("Các cơ sở giáo dục nghề nghiệp", HOME, True)),
        ("các tổ chức thành viên của Mặt trận", AgencyKey("Các tổ chức thành viên của Mặt trận", HOME, True)),
        ("các cơ quan, tổ chức hữu quan", AgencyKey("Các cơ quan, tổ chức hữu quan", HOME, True)),
        ("các bộ, cơ quan liên quan", AgencyKey("Các bộ, cơ quan liên quan", "", True)),
        ("các đơn vị thuộc Bộ Y tế", AgencyKey("Các đơn vị thuộc Bộ Y tế", HOME, True)),
    ],
)
def test_bodies_of_all_forms(words: str, key: AgencyKey) -> None:
    text = f"phối hợp với {words}; sau đó công bố"
    (found,) = bodies(text)
    assert found.key(Home(HOME)) == key
    assert text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ban Chỉ đạo quốc gia 55 xây dựng kế hoạch như sau", "Ban Chỉ đạo quốc gia 55"),
        ("Ban Chỉ đạo các cấp thu thập tư liệu", "Ban Chỉ đạo các cấp"),
        ("Ban Chỉ đạo phòng, chống lụt, cháy rừng, các xã", "Ban Chỉ đạo phòng, chống lụt, cháy rừng"),
        ("Ban Chỉ đạo giúp việc và họp hằng quý", "Ban Chỉ đạo"),
        ("Cục Quản lý đê điều chủ trì", "Cục Quản lý đê điều"),
        ("Vụ Pháp chế và Vụ Hợp tác quốc tế", "Vụ Pháp chế"),
        ("Tổng cục Thuế trong việc đào tạo", "Tổng cục Thuế"),
        ("Vụ Pháp chế và các đơn vị", "Vụ Pháp chế"),
        ("Cục Thuế khu vực khác và Cục Thuế tỉnh", "Cục Thuế"),
        ("UBND xã Sơn Hà, phường Sơn Tây", "Ủy ban nhân dân"),
    ],
)
def test_a_name_does_not_go_on_with_the_sentence(text: str, name: str) -> None:
    assert known(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Vụ Đông Xuân năm nay",
        "vụ việc và vụ án",
        "Cục bộ từng nơi",
        "Viện phí, viện trợ",
        "ban chỉ đạo là cần",
        "Vụ việc đó",
    ],
)
def test_what_is_no_unit(text: str) -> None:
    assert known(text) == []


def test_the_next_body_of_a_list_without_commas_is_no_place():
    """`UBND các huyện, thành phố Tân An` has its city's name."""
    found = bodies("UBND các huyện, thành phố Các cơ quan liên quan")
    assert [body.surface for body in found] == ["UBND các huyện, thành phố", "Các cơ quan liên quan"]
    (named,) = bodies("UBND các huyện, thành phố Hội An")
    assert named.surface == "UBND các huyện, thành phố Hội An"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("theo hướng dẫn Tổng cục Thuế nêu tại công văn", ["Tổng cục Thuế"]),
        ("Cục Thuế chú trọng rà soát nợ đọng", ["Cục Thuế"]),
        (
            "Cục Người có công, Trung tâm Điều dưỡng người có công",
            ["Cục Người có công", "Trung tâm Điều dưỡng người có công"],
        ),
        ("báo cáo Ban Chỉ đạo quốc gia và đôn đốc", ["Ban Chỉ đạo quốc gia"]),
        ("xin ý kiến Ban Chỉ đạo những việc vượt thẩm quyền", ["Ban Chỉ đạo"]),
        ("tại các thôn và phố", ["Các thôn"]),
        ("Cục Hàng không Việt Nam", ["Cục Hàng không Việt Nam"]),
        ("Trung tâm Đổi mới sáng tạo Quốc gia", ["Trung tâm Đổi mới sáng tạo Quốc gia"]),
        ("Ban Chỉ đạo xây dựng nông thôn mới tỉnh", ["Ban Chỉ đạo xây dựng nông thôn mới"]),
        ("xác minh các vụ việc kéo dài", []),
        ("các đảng ủy trực thuộc", ["Các đảng ủy trực thuộc"]),
        ("đề nghị các đại biểu Quốc hội giám sát", ["Các đại biểu Quốc hội"]),
    ],
)
def test_where_a_name_ends(text: str, names: list[str]) -> None:
    assert [body.name for body in bodies(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("các Ban của HĐND tỉnh, Tổ đại biểu và đại biểu HĐND tỉnh giám sát", 3),
        ("Các chi bộ trực thuộc đưa vào sinh hoạt", 1),
        ("Các chi, đảng bộ trực thuộc Huyện ủy xây dựng kế hoạch", 1),
        ("Đảng ủy cơ sở báo cáo", 1),
        ("Các sở giáo dục và đào tạo tham mưu bố trí ngân sách", 1),
        ("các cơ quan thông tin, tuyên truyền và báo chí của tỉnh", 1),
        # one of each
        ("các Sở Tài chính, Nội vụ", 2),
        ("đại biểu là chi bộ bốn tốt", 0),
    ],
)
def test_groups_of_the_party_and_of_councils(text: str, names: int) -> None:
    assert len(bodies(text)) == names
