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
    return rng.choice(FILLERS)


def ended(rng: Random, sentence: str) -> str:
    """The last sentence with an end mark."""
    return sentence.rstrip(".") + rng.choice(ENDS)
