"""Who must do what, in Party and State style."""

from __future__ import annotations

import pytest

from tests.ingest.reading import NEVER, Task, people, read, tasks

X, F, N = "Sở Xây dựng", "Sở Tài chính", "Sở Nội vụ"


def one(sentence: str) -> Task:
    (found,) = tasks(read(f"1. {sentence}"))
    return found


def told(sentence: str) -> list[Task]:
    return tasks(read(f"1. {sentence}"))


# -- one sentence, one duty


@pytest.mark.parametrize(
    ("sentence", "leads", "supports", "text"),
    [
        (
            "Sở Xây dựng chủ trì, phối hợp với Sở Tài chính, Công an tỉnh lập danh mục khu đất.",
            (X,),
            (F, "Công an"),
            "lập danh mục khu đất.",
        ),
        ("Sở Xây dựng phối hợp chặt chẽ với Sở Tài chính định giá nhà.", (X,), (F,), "định giá nhà."),
        ("Sở Xây dựng và Sở Tài chính có trách nhiệm công bố giá.", (X, F), (), "công bố giá."),
        ("Sở Nội vụ: theo dõi việc tuyển dụng.", (N,), (), "theo dõi việc tuyển dụng."),
        ("Giao Sở Nội vụ theo dõi việc tuyển dụng.", (N,), (), "theo dõi việc tuyển dụng."),
        ("Giao cho Sở Nội vụ chủ trì, phối hợp với Sở Tài chính kiểm tra.", (N,), (F,), "kiểm tra."),
        (
            "Đề nghị Ủy ban MTTQ Việt Nam tỉnh giám sát việc xét duyệt.",
            ("Ủy ban Mặt trận Tổ quốc Việt Nam",),
            (),
            "giám sát việc xét duyệt.",
        ),
        ("Kính đề nghị Bộ Xây dựng quan tâm bố trí vốn.", ("Bộ Xây dựng",), (), "quan tâm bố trí vốn."),
        ("Yêu cầu các sở, ban, ngành nghiêm túc thực hiện.", ("Các sở, ban, ngành",), (), "nghiêm túc thực hiện."),
        ("Đồng thời, Sở Nội vụ hướng dẫn thủ tục.", (N,), (), "hướng dẫn thủ tục."),
        # the duty stands behind what it is about
        (
            "Đối với các dự án chậm tiến độ, Sở Xây dựng kiểm tra và đề xuất thu hồi đất.",
            (X,),
            (),
            "Đối với các dự án chậm tiến độ, Sở Xây dựng kiểm tra và đề xuất thu hồi đất.",
        ),
        (
            "Trên cơ sở danh sách, UBND các xã công khai tại thôn, tổ chức bình xét.",
            ("Ủy ban nhân dân các xã",),
            (),
            "Trên cơ sở danh sách, UBND các xã công khai tại thôn, tổ chức bình xét.",
        ),
    ],
)
def test_subjects(sentence: str, leads: tuple[str, ...], supports: tuple[str, ...], text: str) -> None:
    found = one(sentence)
    assert (found.ref, found.leads, found.supports, found.text) == ("1", leads, supports, text)


@pytest.mark.parametrize(
    ("sentence", "supports", "text"),
    [
        # partners of no known form, up to the verb
        (
            "Sở Xây dựng chủ trì, phối hợp với Tổng công ty Phát triển nhà Sao Mai lập danh mục khu đất.",
            ("Tổng công ty Phát triển nhà Sao Mai",),
            "lập danh mục khu đất.",
        ),
        (
            "Sở Xây dựng chủ trì, phối hợp với các Hiệp hội doanh nghiệp tổ chức hội nghị.",
            ("Hiệp hội doanh nghiệp",),
            "tổ chức hội nghị.",
        ),
        # no name, no partner
        (
            "Sở Xây dựng chủ trì, phối hợp với bên liên quan lập danh mục.",
            (),
            "phối hợp với bên liên quan lập danh mục.",
        ),
    ],
)
def test_partners(sentence: str, supports: tuple[str, ...], text: str) -> None:
    found = one(sentence)
    assert (found.leads, found.supports, found.text) == ((X,), supports, text)


def test_what_stands_under_a_subject() -> None:
    reading = read("1. Sở Xây dựng phối hợp với Sở Tài chính:\n- Lập danh mục;\n- Danh sách được công khai.")
    assert people(reading) == {"1.1": ((X,), (F,)), "1.2": ((X,), (F,))}
    assert {(c.rule, c.confidence) for c in reading.claims if c.kind == "leads"} == {("duty.governed.leads", 0.85)}
    (found,) = told("Ủy ban nhân dân tỉnh chỉ đạo Sở Xây dựng:\n- Lập danh mục khu đất.")
    assert (found.ref, found.leads, found.directs) == ("1.1", ("Ủy ban nhân dân",), (X,))
    # below a numbered item, what opens with no verb is no duty
    assert people(read("1. Sở Xây dựng:\n1.1. Lập danh mục.\n1.2. Danh sách được công khai.")) == {"1.1": ((X,), ())}


def test_party_style() -> None:
    found = one("Ban Thường vụ Tỉnh ủy lãnh đạo, chỉ đạo UBND tỉnh bố trí vốn.")
    assert (found.leads, found.directs) == (("Ban Thường vụ Tỉnh ủy",), ("Ủy ban nhân dân",))
    found = one("Đảng ủy các xã, phường lãnh đạo chính quyền cùng cấp công khai quỹ nhà.")
    assert (found.leads, found.directs) == (("Đảng ủy các xã, phường",), ("Chính quyền",))
    found = one("Các cấp ủy, tổ chức đảng quán triệt Chỉ thị số 34-CT/TW.")
    assert found.leads == ("Các cấp ủy", "Tổ chức đảng")


def test_whom_the_duty_reports_to() -> None:
    found = one("Sở Nội vụ tổng hợp, báo cáo UBND tỉnh trước ngày 20 tháng 12 năm 2025.")
    assert (found.reports_to, found.deadline) == (
        "Ủy ban nhân dân",
        ("trước ngày 20 tháng 12 năm 2025", "", "2025-12-20", ""),
    )
    # nobody reports to himself
    assert one("UBND tỉnh chỉ đạo, báo cáo Thủ tướng Chính phủ.").reports_to == "Thủ tướng Chính phủ"
    assert one("Sở Nội vụ lập báo cáo tổng kết.").reports_to == ""


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Sở Xây dựng lập danh mục trước ngày 30/6/2025.", ("trước ngày 30/6/2025", "", "2025-06-30", "")),
        ("Sở Xây dựng lập danh mục trong quý II/2025.", ("trong quý II/2025", "2025-04-01", "2025-06-30", "")),
        ("Sở Xây dựng hằng năm lập danh mục.", NEVER),
        ("Sở Xây dựng lập danh mục theo Kế hoạch số 184/KH-UBND ngày 03/02/2025.", NEVER),
        (
            "UBND các xã gửi danh sách trong 30 ngày kể từ ngày Kế hoạch này được ký.",
            ("trong 30 ngày kể từ ngày Kế hoạch này được ký", "", "", ""),
        ),
        ("Sở Nội vụ rà soát danh sách; định kỳ hằng quý công bố.", ("định kỳ hằng quý", "", "", "quarterly")),
    ],
)
def test_deadlines(sentence: str, due: tuple[str, str, str, str]) -> None:
    found = one(sentence)
    if sentence.startswith("Sở Xây dựng hằng năm"):
        assert found.deadline[3] in ("", "yearly")
    else:
        assert found.deadline == due


# -- items


def test_several_duties_in_an_item() -> None:
    reading = read("1. Sở Tài chính cân đối kinh phí. Hằng năm báo cáo kết quả. Phối hợp với Sở Nội vụ tập huấn.")
    assert [(t.ref, t.leads, t.supports, t.deadline[3]) for t in tasks(reading)] == [
        ("1", (F,), (), ""),
        ("1/2", (F,), (), "yearly"),
        ("1/3", (F,), (N,), ""),
    ]


def test_several_subjects_in_an_item() -> None:
    reading = read("1. Giao UBND xã Mường Than lập dự toán; giao Sở Tài chính thẩm tra. Sở Nội vụ công bố.")
    assert people(reading) == {
        "1": (("Ủy ban nhân dân xã Mường Than",), ()),
        "1/2": ((F,), ()),
        "1/3": ((N,), ()),
    }


@pytest.mark.parametrize(
    "head", ["UBND các huyện, thành phố:", "UBND các huyện, thành phố", "UBND các huyện, thành phố có trách nhiệm:"]
)
def test_a_subject_governs_its_bullets(head: str) -> None:
    reading = read(
        f"""
        4. {head}
        - Rà soát quỹ đất, hoàn thành trong quý II/2025.
        - Phối hợp với Sở Xây dựng công khai danh sách.
        5. Việc khác
        - Vận động nhân dân.
        """
    )
    assert people(reading) == {
        "4.1": (("Ủy ban nhân dân các huyện, thành phố",), ()),
        "4.2": (("Ủy ban nhân dân các huyện, thành phố",), (X,)),
    }


def test_a_paragraph_behind_a_bullet_goes_on_with_its_subject() -> None:
    reading = read("1. Sở Xây dựng:\n- Lập danh mục.\nTổ chức cắm mốc.\n- Công bố.\nMốc giới bằng bê tông.")
    assert people(reading) == {"1.1": ((X,), ()), "1.1/2": ((X,), ()), "1.2": ((X,), ())}


@pytest.mark.parametrize(
    "opening",
    [
        "Để chủ động ứng phó, UBND tỉnh yêu cầu Sở Xây dựng; Sở Nội vụ tập trung thực hiện các nhiệm vụ sau:",
        "Chủ tịch UBND tỉnh chỉ thị Sở Xây dựng, Sở Nội vụ:",
        "Thực hiện kế hoạch trên, đề nghị Sở Xây dựng, Sở Nội vụ:",
    ],
)
def test_whom_the_opening_asks_to_do_all_that_follows(opening: str) -> None:
    reading = read(
        f"{opening}\n1. Rà soát kho vật tư.\na) Kho của tỉnh.\n2. Sở Tài chính bố trí vốn.\n3. Số kho đã đầy."
    )
    assert people(reading) == {"1": ((X, N), ()), "2": ((F,), ())}


def test_what_an_opening_does_not_ask() -> None:
    opening = "UBND tỉnh yêu cầu Sở Xây dựng, Sở Nội vụ thực hiện một số nội dung sau:\n"
    whys = "1. Mục đích\n- Nâng cao nhận thức.\n2. Sự cần thiết\nRà soát quỹ đất còn chậm.\n3. Yêu cầu\n4. Kiểm tra\n"
    assert people(read(f"{opening}{whys}5. Lập danh mục.\nI. TỔ CHỨC THỰC HIỆN\n1. Báo cáo kết quả.")) == {
        "5": ((X, N), ())
    }
    parts = "I. KIỂM TRA, GIÁM SÁT\n1. Lập danh mục.\nII. Tổ chức thực hiện\n1. Báo cáo kết quả."
    assert people(read(opening + parts)) == {"I.1": ((X, N), ())}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nhìn chung, Sở Xây dựng có trách nhiệm trong việc chậm tiến độ.",
        "Ngành y tế tiếp tục gặp khó khăn về nhân lực.",
    ],
)
def test_what_is_only_told_of_a_body(sentence: str) -> None:
    assert told(sentence) == []


def test_an_opening_that_asks_nobody_in_particular() -> None:
    assert people(read("UBND tỉnh chỉ thị:\n1. Rà soát kho vật tư.\n2. Sở Tài chính bố trí vốn.")) == {"2": ((F,), ())}


def test_an_item_counted_in_brackets() -> None:
    reading = read("1. Phân công\n(1) Sở Xây dựng:\n- Lập danh mục.\n(2) Sở Nội vụ: Công bố danh mục.")
    assert people(reading) == {"1.1.1": ((X,), ()), "1.2": ((N,), ())}


def test_numbers_in_brackets_below_a_bullet_are_part_of_it() -> None:
    reading = read("1. Sở Nội vụ\n- Mở hai lớp:\n(1) Quy hoạch.\n(2) Vốn vay.\n- Cấp chứng nhận.")
    assert people(reading) == {"1.1": ((N,), ()), "1.2": ((N,), ())}


@pytest.mark.parametrize(
    ("sentence", "leads", "supports"),
    [
        ("Phòng Quản lý nhà và Thị trường bất động sản: Tổng hợp nhu cầu.",
         ("Phòng Quản lý nhà và Thị trường bất động sản",), ()),
        ("Văn phòng Sở chủ trì, phối hợp với các phòng chuyên môn đăng tin.",
         ("Văn phòng Sở",), ("Các phòng chuyên môn",)),
        ("Các phòng, đơn vị thuộc Sở lập kế hoạch.", ("Các phòng, đơn vị thuộc sở",), ()),
        ("Nếu có vướng mắc, các phòng, đơn vị kịp thời báo cáo.", ("Các phòng, đơn vị",), ()),
        ("Việc kiểm tra do Thanh tra Sở chủ trì, các phòng liên quan phối hợp.",
         ("Thanh tra Sở",), ("Các phòng liên quan",)),
        ("Chi cục Thủy lợi, Trung tâm Khuyến nông hướng dẫn nông dân.",
         ("Chi cục Thủy lợi", "Trung tâm Khuyến nông"), ()),
    ],
)  # fmt: skip
def test_offices_within_a_department(sentence: str, leads: tuple[str, ...], supports: tuple[str, ...]) -> None:
    found = one(sentence)
    assert (found.leads, found.supports) == (leads, supports)


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("Giao Phòng Kinh tế (Sở Xây dựng), Sở Nội vụ theo dõi.", ("Phòng Kinh tế", N)),
        ("Chánh Văn phòng UBND tỉnh, Giám đốc các sở: Xây dựng, Nội vụ; Chủ tịch UBND các xã có trách nhiệm thi hành.",
         ("Chánh Văn phòng Ủy ban nhân dân", "Giám đốc Sở Xây dựng", "Giám đốc Sở Nội vụ",
          "Chủ tịch Ủy ban nhân dân các xã")),
    ],
)  # fmt: skip
def test_lists_with_brackets_and_semicolons(sentence: str, leads: tuple[str, ...]) -> None:
    assert one(sentence).leads == leads


def test_what_is_attached_behind_the_signature_stands_under_nothing() -> None:
    reading = read(
        """
        Điều 1. Phê duyệt danh mục.
        Điều 2. Sở Xây dựng, Sở Nội vụ:
        Nơi nhận:
        - Như Điều 2.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        Lò Văn A
        KẾ HOẠCH
        Thực hiện danh mục nhà ở
        I. NHIỆM VỤ
        1. Sở Tài chính bố trí vốn.
        """
    )
    assert people(reading) == {"I.1": ((F,), ())}


@pytest.mark.parametrize("words", ["các phòng học", "các phòng họp, hội trường", "các phòng khám"])
def test_rooms_are_no_offices(words: str) -> None:
    assert one(f"Sở Xây dựng chủ trì, phối hợp với Sở Tài chính sửa chữa {words}.").supports == (F,)
    assert told(f"{words[0].upper()}{words[1:]} thực hiện đúng thiết kế.") == []


def test_a_term_told_in_a_sentence_of_its_own() -> None:
    (found,) = told("Sở Xây dựng lập danh mục. Thời gian thực hiện: Quý III/2025.")
    assert found.deadline[1:] == ("2025-07-01", "2025-09-30", "")
    (found,) = told("Sở Xây dựng lập danh mục trước ngày 30/4/2025. Thời gian họp: buổi sáng.")
    assert found.deadline[2] == "2025-04-30"


def test_labels_in_brackets_behind_a_task() -> None:
    reading = read("1. Cải cách thủ tục (Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính; hoàn thành: Quý III/2025).")
    assert people(reading) == {"1": ((N,), (F,))}
    assert [task.deadline[2] for task in tasks(reading)] == ["2025-09-30"]


def test_a_bullet_that_names_a_matter_is_no_duty() -> None:
    reading = read("1. Sở Xây dựng:\n- Việc tiếp công dân.\n- Thành phần: lãnh đạo các phòng.\n- Lập danh mục.")
    assert people(reading) == {"1.3": ((X,), ())}


def test_whom_a_heading_asks_to_help() -> None:
    reading = read("1. Đề nghị Sở Nội vụ phối hợp\n- Chuẩn bị hội trường.\n- Mời đại biểu.")
    assert people(reading) == {"1.1": ((N,), ()), "1.2": ((N,), ())}


def test_any_words_before_a_subject_that_is_told_its_duty() -> None:
    assert one("Kết thúc đợt tập huấn, Sở Nội vụ, chịu trách nhiệm tổng hợp báo cáo.").leads == (N,)
    assert told("Kết thúc đợt tập huấn, Sở Nội vụ nhận bằng khen.") == []


def test_what_a_body_is_besides_stands_in_brackets() -> None:
    reading = read("1. Sở Xây dựng (Cơ quan thường trực Ban chỉ đạo):\n- Lập danh mục.")
    assert people(reading) == {"1.1": ((X,), ())}


@pytest.mark.parametrize("head", ["Hội nghị lần thứ ba", "Phòng chống dịch bệnh", "Báo cáo kết quả hội nghị"])
def test_a_heading_that_only_begins_like_a_name_governs_nothing(head: str) -> None:
    assert people(read(f"1. {head}\n- Lập danh mục.\n- Công bố.")) == {}


def test_a_bullet_with_a_subject_of_its_own() -> None:
    reading = read("1. Sở Xây dựng:\n- Lập danh mục.\n- Giao Sở Nội vụ theo dõi.")
    assert people(reading) == {"1.1": ((X,), ()), "1.2": ((N,), ())}


def test_points_under_articles() -> None:
    reading = read(
        "Điều 2. Tổ chức thực hiện\n1. Ủy ban nhân dân các tỉnh:\na) Bố trí quỹ đất;\nb) Công khai danh mục."
    )
    found = {ref.split()[-1].removeprefix("Đ"): leads for ref, (leads, _) in people(reading).items()}
    assert found == {"2.1.a": ("Ủy ban nhân dân các tỉnh",), "2.1.b": ("Ủy ban nhân dân các tỉnh",)}


def test_spans_are_the_words_that_name_the_body() -> None:
    reading = read("1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập danh mục.")
    spoken = [(c.kind, reading.text[c.start : c.end]) for c in reading.claims if c.kind in ("leads", "supports")]
    assert spoken == [("leads", "Sở Xây dựng"), ("supports", "Sở Tài chính")]


# -- what is no duty


@pytest.mark.parametrize(
    "sentence",
    [
        "Tăng cường tuyên truyền trong nhân dân.",
        "Sở Xây dựng đã hoàn thành việc kiểm kê.",
        "Sở Xây dựng được thành lập từ năm 1991.",
        "Kết quả của Sở Xây dựng rất đáng khen.",
        "Danh sách do Sở Nội vụ lưu giữ.",
        "Hồ sơ gửi về Sở Nội vụ.",
        "Trụ sở của UBND các xã còn chật.",
        "UBND tỉnh ban hành Kế hoạch như sau:",
        "Ban Chỉ đạo họp định kỳ hằng quý.",
        "Trường Đại học Tây Bắc được giao đào tạo 500 giáo viên.",
        "Trung tâm Hội nghị tỉnh là nơi tổ chức lễ phát động.",
        "Hội Nông dân tỉnh đã vận động 300 hội viên.",
    ],
)
def test_no_duty(sentence: str) -> None:
    assert told(sentence) == []


def test_an_assigning_sentence_that_was_not_read_is_reported() -> None:
    reading = read("1. Những phần việc còn lại thì tổ công tác liên xã cùng Sở Nội vụ chịu trách nhiệm thu xếp.")
    assert tasks(reading) == []
    assert [reading.text[f.start : f.end][:21] for f in reading.findings if f.kind == "duty_not_read"] == [
        "Những phần việc còn l"
    ]


def test_an_order_to_somebody_of_no_known_kind_is_reported() -> None:
    reading = read("1. Yêu cầu Thành phố Hà Nội hoàn thành 40 căn.\n2. Yêu cầu kỹ thuật của mái nhà.")
    assert [reading.text[f.start : f.end][:20] for f in reading.findings if f.kind == "duty_not_read"] == [
        "Yêu cầu Thành phố Hà"
    ]


# -- wanted


@pytest.mark.parametrize("verb", ["niêm yết", "nhắc nhở"])
def test_any_verb_behind_an_order(verb: str) -> None:
    reading = read(f"1. Sở Nội vụ {verb} danh sách.")
    assert tasks(reading) or reading.findings


def test_a_duty_in_the_passive() -> None:
    found = one("Việc thẩm định do Sở Xây dựng chủ trì, Sở Tài chính phối hợp thực hiện.")
    assert (found.leads, found.supports) == ((X,), (F,))


@pytest.mark.parametrize("head", ["SỞ Y TẾ", "Trách nhiệm của Sở Y tế"])
def test_other_heads_that_govern(head: str) -> None:
    assert people(read(f"1. {head}\n- Khám sức khỏe cho công nhân.")) == {"1.1": (("Sở Y tế",), ())}


def test_a_body_that_is_the_focal_point() -> None:
    found = one("Văn phòng UBND tỉnh là cơ quan đầu mối tổng hợp, trình UBND tỉnh trước ngày 15/12/2025.")
    assert (found.leads, found.deadline[2]) == (("Văn phòng Ủy ban nhân dân",), "2025-12-15")


def test_an_exception_in_brackets() -> None:
    found = one("Các sở, ban, ngành (trừ Sở Y tế) lập kế hoạch chi tiết.")
    assert (found.leads, found.text) == (("Các sở, ban, ngành",), "lập kế hoạch chi tiết.")


@pytest.mark.parametrize("subject", ["Cục Quản lý nhà và thị trường bất động sản", "Phòng Kinh tế"])
def test_own_units_of_the_issuer(subject: str) -> None:
    assert one(f"{subject} chủ trì, phối hợp với Công an xã lập danh sách hộ nghèo.").leads == (subject,)


def test_an_abbreviation_that_the_document_defines() -> None:
    found = tasks(read("1. Sở Xây dựng (sau đây viết tắt là SXD) lập danh mục.\n2. SXD công bố giá."))
    assert [task.leads for task in found] == [(X,), (X,)]


@pytest.mark.parametrize("bullet", ["", "- "])
def test_a_list_in_place_of_a_table(bullet: str) -> None:
    reading = read(
        f"""
        1. Xây khu nhà công nhân tại Mường So
        {bullet}Cơ quan chủ trì: Sở Xây dựng.
        {bullet}Cơ quan phối hợp: Sở Tài chính; UBND xã Mường So.
        {bullet}Thời gian thực hiện: Quý III/2025.
        2. Sửa trường học
        {bullet}Cơ quan chủ trì: Sở Nội vụ.
        {bullet}Thời gian thực hiện: Năm 2026.
        """
    )
    assert [(t.ref, t.leads, t.supports, t.deadline[2]) for t in tasks(reading)] == [
        ("1", (X,), (F, "Ủy ban nhân dân xã Mường So"), "2025-09-30"),
        ("2", (N,), (), "2026-12-31"),
    ]
