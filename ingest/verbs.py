"""Words that open what a body must do, and words that show a sentence only tells or describes."""

from __future__ import annotations

import re

from ingest.letters import rule

# Predicates of duties in Party and State style, by their first words.
_VERBS = """
bám sát|bảo đảm|đảm bảo|báo cáo|ban hành|bố trí|bổ sung|biên soạn|bồi dưỡng|cải cách|cải thiện|cân đối|cập nhật|
căn cứ|cần|chấp hành|chỉ đạo|chịu trách nhiệm|chú trọng|chủ động|chủ trì|chuẩn bị|chuyển|công bố|công khai|
cụ thể hóa|cụ thể hoá|cung cấp|cử|củng cố|dự toán|dự thảo|đa dạng|đánh giá|đào tạo|đăng tải|đẩy mạnh|đẩy nhanh|
đề xuất|đề nghị|điều chỉnh|điều tra|định hướng|định kỳ|đôn đốc|đổi mới|đưa|đồng bộ|đồng thời|giám sát|giao|
giải quyết|gắn|giữ|góp phần|gửi|hoàn thành|hoàn thiện|hỗ trợ|huy động|hướng dẫn|kết hợp|khai thác|khảo sát|
khẩn trương|khuyến khích|kiểm tra|kiểm soát|kiên quyết|kiến nghị|kiện toàn|kịp thời|lãnh đạo|lập|lấy|lồng ghép|
làm đầu mối|làm|mở rộng|nâng cao|nâng cấp|nắm|nêu cao|nghiên cứu|nghiêm túc|ngăn chặn|ngăn ngừa|nhân rộng|phải|
phản ánh|phát động|phát hiện|phát huy|phát triển|phân bổ|phân công|phân tích|phê duyệt|phối hợp|phổ biến|phục vụ|
quan tâm|quán triệt|quản lý|quy định|quy hoạch|quyết liệt|quyết tâm|rà soát|sắp xếp|sẵn sàng|sớm|sơ kết|sửa đổi|
tạo điều kiện|tạo|tăng cường|tập huấn|tập trung|tham gia|tham mưu|thanh tra|thành lập|tháo gỡ|theo dõi|theo|
thẩm định|thẩm tra|thể chế hóa|thể chế hoá|thiết kế|thí điểm|thống kê|thống nhất|thông báo|thông tin|thu hút|
thúc đẩy|thực hiện|thường xuyên|tích cực|tiến hành|tiếp nhận|tiếp tục|tiếp thu|tìm hiểu|tính toán|tổ chức|tổng hợp|
tổng kết|trao đổi|trên cơ sở|triển khai|trình|trực tiếp|trong phạm vi|truyền thông|tự|tùy|tuỳ|tuyên truyền|tư vấn|
ưu tiên|ứng dụng|vận dụng|vận động|vận hành|xác định|xây dựng|xem xét|là cơ quan đầu mối|là đơn vị đầu mối|
là cơ quan thường trực|là cơ quan chủ trì|là đầu mối|bình xét|soạn|xóa|xoá|xử lý|xúc tiến|yêu cầu|hằng năm|
hàng năm|hằng quý|hàng quý|hằng tháng|hàng tháng|có trách nhiệm|có kế hoạch|có giải pháp|có biện pháp|có nhiệm vụ|
nhanh chóng|đầu tư|cấp|chi trả|chi|cho vay|ký kết|ký|quyết định|kế thừa|bàn giao|di dời|thu hồi|giải phóng|mời gọi|
giới thiệu|vào cuộc|đi đầu|nỗ lực|phấn đấu|duy trì|tuân thủ|thẩm|lựa chọn|đấu thầu|đấu giá|tuyển|khen thưởng|
biểu dương|cam kết|đối thoại|nhân|quy|kêu gọi|kết nối|liên kết|hợp tác|lưu ý|soạn thảo|đảm nhận|phụ trách|thụ lý|
truy tố|xét xử|tuyên|chuyển đổi|số hóa|số hoá|tích hợp|chia sẻ|liên thông|tiết kiệm|cắt giảm|rút ngắn|đơn giản|
cải tạo|cảnh báo|cắm mốc|chăm sóc|chăm lo|chỉnh trang|chỉnh lý|chống|chữa|diễn tập|di chuyển|dạy|đánh số|đào|
đấu tranh|đặt hàng|đề ra|đóng cửa|đóng góp|đối chiếu|đo đạc|gia hạn|gieo|giúp|hiến|hiệu chỉnh|hòa giải|hoà giải|
hoàn trả|khám|khắc phục|khoanh vùng|khôi phục|khơi thông|khởi công|khởi động|kiểm định|kiểm đếm|kiểm kê|kiên cố hóa|
kiên cố hoá|lắp đặt|lưu trữ|luân phiên|luân chuyển|mua sắm|mua|mở|nạo vét|nghiệm thu|nhắc nhở|nhập|niêm yết|nuôi|
phân cấp|phân loại|phân luồng|phân tuyến|phân vùng|phát hành|phát sóng|phát thanh|phê bình|phòng ngừa|phòng chống|
phòng, chống|phủ sóng|phủ xanh|phủ|quan trắc|quảng bá|ra quân|rút kinh nghiệm|san lấp|sàng lọc|sáp nhập|sử dụng|
sửa chữa|sản xuất|sơ tán|tặng|thanh toán|thay thế|thăm|thi hành|thi công|thiết lập|thông qua|thu gom|thu thập|thu|
thuê|tiêm chủng|tiêm|tiêu hủy|tinh giản|tôn tạo|trang bị|trao|trích|trợ giúp|trồng|truy thu|truy quét|trực|tuần tra|
tu bổ|ủng hộ|vay|vinh danh|
điều hành|điều phối|bảo vệ|bảo tồn|hạn chế|loại bỏ|chấm dứt|tạm dừng|tiết giảm|cưỡng chế|tháo dỡ|
tái cơ cấu|cơ cấu lại|hình thành|đồng hành|giải ngân|hoàn tất|tranh thủ|tận dụng|giảm|xác minh|xác nhận|xét|xếp|
xuất bản|đầu mối|tăng|không để|nắm bắt|phát tin|triệu tập|sửa|dành
"""


def _one_of(phrases: str) -> str:
    """A pattern for phrases listed with bars between, the longest first: `tạo điều kiện` is not cut to `tạo`."""
    spaced = sorted((r"\s+".join(phrase.split()) for phrase in phrases.split("|")), key=len, reverse=True)
    return rf"(?:{'|'.join(spaced)})(?!\w)"


PREDICATE = rule(_one_of(_VERBS), re.I)
# Those of two words and more: single syllables end other words too, `chăn nuôi`, `việc làm`.
PHRASES = _one_of("|".join(verb for verb in _VERBS.split("|") if len(verb.split()) > 1))
# After a body these tell, describe or go on with a noun: no duty.
_TELLS = rule(
    r"""
    (?:
        đã|đang|được|bị|cũng|còn|vừa
      | là\b(?!\s+(?:cơ\s+quan|đơn\s+vị)\s+(?:đầu\s+mối|chủ\s+trì|thường\s+trực))  # to be the focal point is a duty
      | gồm|bao\s+gồm|thuộc|của|cho|về|để|với|tại|như
      | trong\s+(?!phạm|quá)  # `trong phạm vi ...` and `trong quá trình ...` open a duty
      | thống\s+nhất\s+(?:đánh\s+giá|nhận\s+định|với|sự\s+cần\s+thiết|thông\s+qua|chủ\s+trương|cao)
      | đánh\s+giá\s+cao|giao\s+tại|phê\s+duyệt\s+tại
      | tiếp\s+tục\s+(?:gặp|còn|là|bị|được|chịu|đạt|có\s+(?:nhiều|những|bước|chuyển)|tăng(?!\s+cường)|giảm)
      | thông\s+báo\s+(?:để|dé|đê|đến|tới)\s[^.;]{2,80}?(?:được\s+)?biết
      | gặp\s+(?:nhiều\s+)?khó
      # what was issued: the kind of act with its list behind it, or a document by its capital letter
      | ban\s+hành\s+(?:kế\s+hoạch|nghị\s+quyết|chương\s+trình|chỉ\s+thị)[^.;]{0,60}như\s+sau
      | (?-i:ban\s+hành\s+(?:Nghị\s+quyết|Kế\s+hoạch|Chỉ\s+thị|Chương\s+trình|Kết\s+luận|Quyết\s+định))
    )(?!\w)
    """,
    re.X | re.I,
)
_JOINS = rule(r"(?:và|hoặc|cùng|các|những|có|không|trên|ở|từ|theo|đến|thì|mà|do|vì|nếu)(?!\w)")


def opens_duty(text: str) -> bool:
    """Whether these words, standing right behind a body, say what it must do."""
    words = text.lstrip(" ,")
    return not _TELLS.match(words) and PREDICATE.match(words) is not None


def tells_nothing(text: str) -> bool:
    """Whether the words behind a body neither describe it nor join it to another: a verb that is not in the list."""
    words = text.lstrip()
    return bool(words) and words[0].islower() and not _TELLS.match(words) and not _JOINS.match(words)


def is_imperative(text: str) -> bool:
    """Whether a sentence without a subject tells somebody to do something: `Tăng cường kiểm tra, ...`."""
    return PREDICATE.match(text.lstrip()) is not None
