"""Sentences without any fact, movements and fields of work: what most of a paper is made of."""

from __future__ import annotations

from random import Random

MOVEMENTS = (
    "“Lao động giỏi, lao động sáng tạo”",
    "“Xanh - Sạch - Đẹp, bảo đảm an toàn vệ sinh lao động”",
    "“Giỏi việc nước, đảm việc nhà”",
    "“Dạy tốt, học tốt”",
    "xây dựng nông thôn mới",
    "“Đổi mới, sáng tạo”",
    "“Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”",
    "thi đua yêu nước",
    "phát huy sáng kiến, cải tiến kỹ thuật",
    "cải cách hành chính",
    "chuyển đổi số",
    "toàn dân bảo vệ an ninh Tổ quốc",
    "an toàn, vệ sinh lao động",
    "đền ơn đáp nghĩa",
    "chăm sóc sức khỏe nhân dân",
    "công tác xã hội từ thiện",
)
FILLERS = (
    "Cấp ủy, lãnh đạo các đơn vị đã quan tâm chỉ đạo, thực hiện nghiêm túc, bảo đảm tiến độ.",
    "Công tác tuyên truyền được triển khai bằng nhiều hình thức phong phú, phù hợp đối tượng.",
    "Nội dung, hình thức thi đua có nhiều đổi mới, gắn với nhiệm vụ chính trị của cơ quan, đơn vị.",
    "Bên cạnh những kết quả đạt được, một số đơn vị triển khai còn chậm, chưa thường xuyên.",
    "Công tác phối hợp giữa các ngành được duy trì, từng bước đi vào nền nếp.",
    "Việc bình xét được thực hiện công khai, dân chủ, đúng đối tượng, đúng quy định.",
    "Phong trào đã tạo khí thế sôi nổi, góp phần hoàn thành nhiệm vụ được giao.",
    "Nhiều cách làm hay, mô hình hiệu quả được nhân rộng trong toàn đơn vị.",
    "Tập trung nâng cao chất lượng hoạt động, hướng mạnh về cơ sở.",
    "Chủ động tháo gỡ khó khăn, vướng mắc trong quá trình thực hiện.",
    "Đời sống của người lao động từng bước được cải thiện, việc làm ổn định.",
    "Ý thức chấp hành kỷ luật, kỷ cương của cán bộ, công chức được nâng lên rõ rệt.",
)
# Digits that count nothing, names that are no people (reference figures.md 7, names.md 5).
DISTRACTORS = (
    "Công tác phòng, chống dịch Covid-19 được thực hiện nghiêm túc, hiệu quả.",
    "Cuộc Cách mạng công nghiệp 4.0 đặt ra yêu cầu mới đối với đội ngũ công nhân lao động.",
    "Hệ thống quản lý chất lượng theo tiêu chuẩn ISO 9001 tiếp tục được duy trì.",
    "Các đơn vị thực hiện báo cáo theo mẫu số 02 ban hành kèm theo hướng dẫn này.",
    "Bộ phận trực ban bảo đảm thông tin liên lạc 24/7.",
    "Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh được đẩy mạnh.",
    "Phong trào 5S được duy trì thường xuyên tại các phân xưởng, tổ sản xuất.",
    "Quy định tại khoản 2 Điều 5 của Quy chế được thực hiện nghiêm.",
    "Chương trình “75 nghìn sáng kiến, vượt khó, phát triển” được đông đảo đoàn viên hưởng ứng.",
    "Mọi thông tin xin liên hệ Văn phòng, điện thoại 0912.345.678.",
    "Hội thao được tổ chức tại Nhà văn hóa, đường Nguyễn Huệ, phường Trần Phú.",
    "Nhiều cán bộ, đoàn viên tích cực tham gia hiến máu nhân đạo.",
    "Chi bộ đã tổ chức học tập Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
)
TASKS = (
    "Tiếp tục quán triệt, triển khai thực hiện nghiêm các văn bản chỉ đạo của cấp trên.",
    "Đẩy mạnh tuyên truyền, vận động đoàn viên, người lao động hưởng ứng phong trào thi đua.",
    "Tăng cường kiểm tra, đôn đốc, kịp thời chấn chỉnh những hạn chế, thiếu sót.",
    "Phát hiện, bồi dưỡng và nhân rộng các điển hình tiên tiến.",
    "Nâng cao chất lượng công tác tham mưu, tổng hợp, báo cáo.",
    "Phối hợp với các cơ quan liên quan tổ chức thực hiện có hiệu quả.",
    "Rà soát, bổ sung quy chế làm việc cho phù hợp với tình hình thực tế.",
    "Bố trí nhân lực, phương tiện phục vụ nhiệm vụ theo phân công.",
    "Quan tâm chăm lo đời sống vật chất, tinh thần cho người lao động.",
    "Kịp thời biểu dương, khen thưởng các tập thể, cá nhân có thành tích.",
)
MERITS = (
    "đã có thành tích xuất sắc trong phong trào {m}",
    "đã có nhiều thành tích trong công tác {y}",
    "đã hoàn thành xuất sắc nhiệm vụ {y}",
    "có thành tích tiêu biểu trong phong trào {m} {y}",
    "đã có đóng góp tích cực trong phong trào {m}",
)
CLOSINGS = (
    "Trên đây là {w}, kính báo cáo.",
    "Yêu cầu các đơn vị nghiêm túc triển khai thực hiện.",
    "Trong quá trình thực hiện nếu có vướng mắc, đề nghị phản ánh kịp thời để được hướng dẫn.",
    "Đề nghị các đơn vị quan tâm phối hợp thực hiện.",
    "Trân trọng.",
)
ENDS = ("./.", "./.", "./.", "./.", ".", "././.", " ./.", "./")


def filler(rng: Random) -> str:
    """A sentence without a fact, now and then with digits or names that mean none."""
    return rng.choice(DISTRACTORS if rng.random() < 0.2 else FILLERS)


def ended(rng: Random, sentence: str) -> str:
    """The last sentence with an end mark."""
    return sentence.rstrip(".") + rng.choice(ENDS)
