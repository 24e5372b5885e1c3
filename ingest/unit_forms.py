"""Units of ministries and like bodies: departments, institutes, universities, commands. A name goes on up to a mark or
to the verb of the sentence."""

from __future__ import annotations

from ingest.body_words import HEADS_OF_NAMES, PROPER, SENTENCE
from ingest.verbs import PHRASES

# Words of duties that names of units have too: `Trung tâm Xúc tiến đầu tư`.
_IN_NAMES = (
    r"đầu\s+tư|phát\s+triển|xây\s+dựng|quản\s+lý|đào\s+tạo|bồi\s+dưỡng|quy\s+hoạch|thống\s+kê|thanh\s+tra"
    r"|sản\s+xuất|hợp\s+tác|bảo\s+vệ|thi\s+hành|truyền\s+thông|thông\s+tin|tư\s+vấn|kiểm\s+định|quan\s+trắc"
    r"|chuyển\s+đổi|khai\s+thác|đấu\s+giá|đấu\s+thầu|kiểm\s+soát|thẩm\s+định|hỗ\s+trợ|phục\s+vụ|xúc\s+tiến"
    r"|ứng\s+dụng|bảo\s+tồn|điều\s+tra|khảo\s+sát|giám\s+sát|đánh\s+giá|phòng\s+chống|chăm\s+sóc|khắc\s+phục"
    r"|giải\s+phóng|thiết\s+kế|khám|sở\s+hữu|huấn\s+luyện|điều\s+hành|điều\s+phối|vận\s+hành|lưu\s+trữ|đo\s+đạc"
    r"|cải\s+cách|pháp\s+chế|phân\s+tích|sử\s+dụng|kiểm\s+tra|tổ\s+chức|nghiên\s+cứu|tổng\s+hợp|trợ\s+giúp"
    r"|sửa\s+chữa|khôi\s+phục"
)
_GOES_ON = rf"""
  (?:
    (?:
        {SENTENCE}|có(?!\s+công(?!\w))|chỉ\s+đạo|(?:tăng|đẩy)\s+(?:cường|mạnh)|thuộc|để|trong(?!\s+nước)
      | theo|tổ\s+chức|làm|tham\s+(?:mưu|gia)
      | báo\s+cáo|hướng\s+dẫn|chịu|căn\s+cứ|được|đã|sẽ|là|tại|thực\s+hiện|xây\s+dựng(?!\s+công)|trình|của|về
      | giúp|kiểm\s+tra|rà\s+soát|đôn\s+đốc|triển\s+khai|tổng\s+hợp|các|với|cùng|khi|nghiên\s+cứu
      | thông\s+(?:báo|qua)|và|trưởng|do|cho|trên|từ|đến|như|này|đầu\s+mối|đề\s+(?:nghị|xuất)|tiếp\s+tục|tỉnh
      | thành\s+phố|khu\s+vực|trực\s+thuộc|huyện|quận|xã(?!\s+hội)|phường|thị\s+xã|gửi|kịp|trước|sau|nêu|hằng
      | hàng|năm|ngày|tháng|quý|chú\s+trọng|chấn\s+chỉnh|nghiêm|khẩn|tăng\s+cường|tích\s+cực|tập\s+trung
      | quan\s+tâm|thường\s+xuyên|cân\s+đối|bố\s+trí|đăng|cung\s+cấp|lập|tuyên\s+truyền|hỗ\s+trợ|mở|0\d
    )(?!\w)
  | (?!(?:{_IN_NAMES})(?!\w)){PHRASES}
  )
"""
_BODY = r"(?:Vụ|Cục|Sở|Bộ|Ban|UBND|Công\s+an|Ủy|Uỷ|Văn\s+phòng|Thanh\s+tra|Tổng|Viện|Trung\s+tâm)(?!\w)"
# `Cục Mỹ thuật, Nhiếp ảnh và Triển lãm`
_OTHER = rf"(?!(?:{HEADS_OF_NAMES})(?!\w))[A-ZĐÀ-Ỹ][\wÀ-ỹ]+"
NAMED = rf"""
    (?!{_GOES_ON})[A-ZĐÀ-Ỹ][\wÀ-ỹ]*
    (?:
        (?:
            \s+-\s+(?=[A-ZĐ])
          | ,\s+(?=chữa\s+bệnh|chống\s|{_OTHER}(?:\s+[a-zà-ỹ]+){{0,2}}\s+và\s+{_OTHER})
          | ,?\s+và\s+(?!(?:các|những|đơn|cơ|địa|người|tổ|cá)(?!\w))
          | \s+
        )
        (?!{_GOES_ON}|{_BODY})[\wÀ-ỹ]+
    ){{0,8}}
"""

UNITS_OF_THE_CENTRE: tuple[tuple[str, str], ...] = (
    # Vụ Kế hoạch - Tài chính; crops are sown in a `vụ` too
    ("Vụ", rf"Vụ\s+(?!(?:Đông|Hè|Thu|Mùa|Xuân|Chiêm|việc)(?!\w)){NAMED}"),
    ("Cục Tổng", rf"(?:Tổng\s+[Cc]ục|Cục)\s+{NAMED}"),
    (
        "Viện Học Đại Trường Bệnh",
        rf"(?:Viện|Học\s+viện|(?:Trường\s+)?Đại\s+học|Trường\s+[Cc]ao\s+đẳng|Bệnh\s+viện)\s+{NAMED}",
    ),
    # Bộ Tư lệnh Thủ đô Hà Nội, Quân khu 9
    ("Bộ Quân", rf"(?:Bộ\s+[Tt]ư\s+lệnh\s+)?Quân\s+khu\s+\d{{1,2}}(?!\d)|Bộ\s+[Tt]ư\s+lệnh\s+{PROPER}"),
)
