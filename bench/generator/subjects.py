"""What made-up documents are about: titles, what is to be done, what is counted, what is delivered. Acts begin in lower case, name
no body, no time and no figure, so that a duty's truth is only what the grammar puts around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """`what` follows the figure and its unit; `parts` are kinds that a total may be broken down into."""

    verb: str
    unit: str
    what: str
    least: int
    most: int
    parts: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Subject:
    title: str
    short: str
    acts: tuple[str, ...]
    measures: tuple[str, ...]
    goals: tuple[Goal, ...]
    rates: tuple[str, ...]
    products: tuple[str, ...]
    scheme: str
    law: tuple[str, str, str]
    departments: tuple[str, ...]
    cases: tuple[str, ...]


SUBJECTS: tuple[Subject, ...] = (
    Subject(
        "tăng cường chăm sóc sức khỏe nhân dân ở tuyến cơ sở", "chăm sóc sức khỏe nhân dân",
        (
            "rà soát danh mục thiết bị còn thiếu của các trạm y tế", "lập hồ sơ sức khỏe điện tử cho người cao tuổi", "hướng dẫn quy trình khám sàng lọc tại thôn, bản", "tập huấn kỹ năng sơ cứu cho nhân viên y tế",
            "xây dựng phương án luân phiên bác sĩ về vùng khó khăn", "kiểm tra việc mua sắm thuốc và vật tư tiêu hao", "công khai giá dịch vụ khám, chữa bệnh", "tổ chức tiêm chủng bổ sung cho trẻ em vùng sâu",
            "tham mưu ban hành chính sách thu hút nhân lực y tế", "theo dõi tình hình dịch bệnh và cảnh báo sớm cho người dân",
        ),
        ("Nâng cao chất lượng khám, chữa bệnh tại nơi gần dân nhất.", "Coi trọng công tác phòng bệnh, rèn luyện thân thể.", "Xây dựng môi trường sống trong lành, an toàn cho mọi lứa tuổi."),
        (Goal("nâng cấp", "trung tâm", "y tế đủ điều kiện khám sàng lọc", 3, 40), Goal("bổ sung", "giường bệnh", "cho tuyến cơ sở", 100, 2400, ("xây mới", "sắp xếp lại")), Goal("đào tạo", "bác sĩ", "làm việc lâu dài ở vùng khó khăn", 20, 600)),
        ("người dân được quản lý sức khỏe", "trạm y tế có bác sĩ làm việc thường trực", "trẻ em dưới một tuổi được tiêm chủng đầy đủ"),
        ("Báo cáo rà soát", "Kế hoạch mua sắm", "Quyết định phê duyệt", "Tờ trình"),
        "Phát triển mạng lưới y tế cơ sở gắn với bác sĩ gia đình", ("Khám bệnh, chữa bệnh", "15/2023/QH15", "2023"), ("Y tế", "Tài chính", "Nội vụ"),
        ("các trạm y tế xuống cấp nặng", "khu vực chưa có sóng điện thoại"),
    ),
    Subject(
        "kiên cố hóa trường, lớp học và bảo đảm chỗ học cho con em công nhân", "kiên cố hóa trường, lớp học",
        (
            "rà soát số phòng học tạm, phòng học nhờ", "bố trí quỹ đất mở rộng các trường mầm non", "lập danh mục trường cần sửa chữa", "hướng dẫn tiêu chuẩn thiết kế phòng học bộ môn", "công khai mức đóng góp tự nguyện",
            "điều chỉnh mạng lưới điểm trường lẻ", "kiểm tra an toàn công trình trường học", "xây dựng lộ trình sắp xếp giáo viên dôi dư", "vận động các nguồn lực xã hội cho thư viện trường học",
            "đề xuất cơ chế cho thuê đất làm trường tư thục",
        ),
        ("Bảo đảm mọi trẻ em trong độ tuổi có chỗ học gần nhà.", "Khuyến khích mô hình trường học xanh, an toàn.", "Gắn đầu tư trường lớp với quy hoạch dân cư."),
        (Goal("xây dựng", "phòng học", "kiên cố cho bậc mầm non và tiểu học", 60, 4200, ("xây mới", "cải tạo")), Goal("sửa chữa", "trường", "có hạng mục xuống cấp", 8, 320), Goal("xây dựng", "công trình", "nước sạch trong trường học", 20, 400)),
        ("phòng học được kiên cố", "trường đạt chuẩn quốc gia", "học sinh được học hai buổi trong ngày"),
        ("Danh mục công trình", "Báo cáo tổng hợp", "Đề cương khảo sát", "Công văn hướng dẫn"),
        "Bảo đảm cơ sở vật chất cho giáo dục mầm non và phổ thông", ("Giáo dục", "43/2019/QH14", "2019"), ("Giáo dục và Đào tạo", "Xây dựng", "Tài chính"),
        ("các điểm trường có nguy cơ sạt lở", "địa bàn có khu công nghiệp mới"),
    ),
    Subject(
        "phát triển kết cấu hạ tầng giao thông nông thôn", "phát triển giao thông nông thôn",
        (
            "khảo sát các cầu yếu trên đường liên xã", "lập phương án giải phóng mặt bằng các tuyến trọng điểm", "kiểm định chất lượng mặt đường sau mùa mưa", "cắm mốc lộ giới ngoài thực địa", "thẩm định dự toán các dự án khởi công mới",
            "xử lý các điểm đen về tai nạn", "đấu thầu gói thầu bảo trì qua mạng", "cập nhật dữ liệu đường thôn, ngõ xóm lên bản đồ số", "vận động người dân hiến đất mở đường", "giám sát tải trọng phương tiện chở vật liệu",
        ),
        ("Kết hợp hài hòa nguồn lực nhà nước và sức dân.", "Ưu tiên các tuyến nối vùng sản xuất với thị trường.", "Giữ gìn cảnh quan hai bên đường sạch, đẹp."),
        (Goal("hoàn thành", "km", "đường liên xã được trải nhựa", 30, 1900, ("làm mới", "nâng cấp")), Goal("xây dựng", "công trình", "cầu dân sinh thay cầu tạm", 10, 240)),
        ("đường trục xã được cứng hóa", "cầu yếu được thay thế", "thôn có đường ô tô đến trung tâm"),
        ("Hồ sơ khảo sát", "Báo cáo kiểm định", "Quyết định phê duyệt dự án", "Bản đồ số"),
        "Xóa cầu tạm và kiên cố hóa đường thôn", ("Đường bộ", "35/2024/QH15", "2024"), ("Giao thông vận tải", "Tài chính", "Xây dựng"),
        ("các tuyến đường thường xuyên ngập", "đoạn tuyến chưa có hành lang an toàn"),
    ),
    Subject(
        "phát triển nông nghiệp xanh và tiêu thụ nông sản", "phát triển nông nghiệp xanh",
        (
            "quy hoạch vùng trồng tập trung có mã số", "hướng dẫn nông dân ghi nhật ký canh tác", "kiểm tra chất lượng giống cây trồng lưu thông", "xây dựng chuỗi lạnh bảo quản trái cây", "tổ chức hội chợ nông sản sạch",
            "hỗ trợ thủ tục vay vốn cho hợp tác xã", "rà soát diện tích lúa kém hiệu quả để chuyển đổi", "xử lý phụ phẩm sau thu hoạch thành phân hữu cơ", "đào tạo nghề trồng nấm cho lao động nữ",
            "giám sát dư lượng thuốc bảo vệ thực vật",
        ),
        ("Lấy kinh tế hợp tác làm chỗ dựa của nông hộ.", "Giữ đất, giữ nước, giữ rừng cho sản xuất lâu dài.", "Gắn sản xuất với chế biến và du lịch."),
        (Goal("chuyển đổi", "ha", "lúa sang cây ăn quả có tưới tiết kiệm", 100, 9800, ("vùng đồi", "vùng bãi")), Goal("thành lập", "hợp tác xã", "có hợp đồng bao tiêu", 15, 260), Goal("hỗ trợ", "hộ", "áp dụng quy trình sản xuất an toàn", 300, 15000, ("hộ nghèo", "hộ cận nghèo"))),
        ("diện tích cây ăn quả được cấp mã số vùng trồng", "sản phẩm chủ lực truy xuất được nguồn gốc", "chất thải chăn nuôi được xử lý"),
        ("Bản đồ vùng trồng", "Sổ tay kỹ thuật", "Báo cáo đánh giá", "Hợp đồng liên kết"),
        "Phát triển bền vững các vùng nguyên liệu nông sản đạt chuẩn", ("Trồng trọt", "31/2018/QH14", "2018"), ("Nông nghiệp và Phát triển nông thôn", "Công Thương", "Tài nguyên và Môi trường"),
        ("vùng có nguy cơ hạn, mặn", "các cơ sở giết mổ nhỏ lẻ"),
    ),
    Subject(
        "đẩy mạnh chuyển đổi số trong hoạt động của chính quyền cơ sở", "chuyển đổi số ở cơ sở",
        (
            "số hóa hồ sơ hộ tịch còn lưu giấy", "tích hợp dịch vụ công trực tuyến với cơ sở dữ liệu dân cư", "tập huấn kỹ năng số cho tổ công nghệ cộng đồng", "kiểm tra an toàn thông tin hệ thống một cửa",
            "phủ sóng các điểm lõm thông tin di động", "cắt giảm giấy tờ trong thủ tục đất đai", "công bố danh mục dữ liệu mở", "đánh giá mức độ hài lòng của người dùng dịch vụ", "xây dựng bản đồ số về địa chỉ",
            "triển khai chữ ký số cho công chức cấp xã",
        ),
        ("Lấy người dân làm trung tâm của dịch vụ số.", "Dùng chung hạ tầng, tránh đầu tư trùng lặp.", "Bảo vệ dữ liệu cá nhân ngay từ khâu thiết kế."),
        (Goal("đào tạo", "người", "làm nòng cốt về kỹ năng số", 200, 9000, ("cấp xã", "cấp thôn")), Goal("số hóa", "nhiệm vụ", "trọng tâm về cải cách hành chính", 8, 90)),
        ("thủ tục được tiếp nhận trực tuyến toàn trình", "hồ sơ công việc được xử lý trên mạng", "người trưởng thành có tài khoản định danh"),
        ("Báo cáo an toàn thông tin", "Kho dữ liệu mở", "Quy chế vận hành", "Phần mềm dùng chung"),
        "Nâng cao năng lực số cho cán bộ và người dân vùng nông thôn", ("Giao dịch điện tử", "20/2023/QH15", "2023"), ("Thông tin và Truyền thông", "Nội vụ", "Khoa học và Công nghệ"),
        ("các hệ thống đã hết hạn bảo hành", "nơi chưa có cáp quang"),
    ),
    Subject(
        "quản lý chất thải rắn và bảo vệ nguồn nước", "quản lý chất thải rắn",
        (
            "phân loại rác tại nguồn ở khu dân cư", "đóng cửa các bãi chôn lấp quá tải", "quan trắc chất lượng nước mặt các sông chính", "thanh tra việc xả thải của các cụm công nghiệp", "lập bản đồ nguồn thải",
            "tuyên truyền hạn chế đồ nhựa dùng một lần", "cải tạo các hồ điều hòa bị lấn chiếm", "ban hành quy định về giá dịch vụ thu gom", "tổ chức ra quân trồng cây ven sông", "thẩm định công nghệ xử lý của nhà máy mới",
        ),
        ("Coi chất thải là tài nguyên của kinh tế tuần hoàn.", "Phòng ngừa là chính, khắc phục sự cố kịp thời.", "Phát huy vai trò tự quản của cộng đồng dân cư."),
        (Goal("xây dựng", "mô hình", "khu dân cư phân loại rác", 20, 500), Goal("trồng", "ha", "rừng phòng hộ đầu nguồn", 50, 4800, ("trồng mới", "trồng dặm"))),
        ("chất thải sinh hoạt được thu gom", "cơ sở gây ô nhiễm được xử lý dứt điểm", "hộ dân phân loại rác tại nguồn"),
        ("Bản đồ nguồn thải", "Báo cáo quan trắc", "Quy định về giá", "Kết luận thanh tra"),
        "Kiểm soát ô nhiễm lưu vực sông và khôi phục nguồn nước", ("Bảo vệ môi trường", "72/2020/QH14", "2020"), ("Tài nguyên và Môi trường", "Xây dựng", "Tài chính"),
        ("các làng nghề ở xen trong khu dân cư", "bãi rác tự phát ven sông"),
    ),
)  # fmt: skip
