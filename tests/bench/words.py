"""Sentences for the large paper: invented, dull, and as long as those of a newspaper."""

SUBJECTS = (
    "Người dân hai bên bờ sông", "Tổ giữ đê của xã", "Hợp tác xã đầu làng", "Trường học trên đồi",
    "Đội thuyền của bến", "Những người trồng dâu", "Ban quản lý chợ nổi", "Các hộ nuôi cá lồng",
    "Lớp học buổi tối", "Nhóm thợ sửa cầu",
)  # fmt: skip
VERBS = (
    "đã chuẩn bị xong việc", "bàn nhau cách", "vừa bắt đầu", "tạm dừng", "góp công góp của để",
    "mất gần một tháng mới", "được hướng dẫn", "tự bỏ tiền", "thống nhất sẽ", "đang tính chuyện",
)  # fmt: skip
OBJECTS = (
    "gia cố đoạn kè phía hạ lưu", "mở lại con đường mòn qua rừng tràm", "thay mái cho nhà văn hóa",
    "gieo vụ lúa sớm trước mùa nước", "dời bến đò lên khúc sông êm hơn", "giữ lại nghề dệt cũ",
    "đào thêm ba giếng nước", "lập tủ sách cho trẻ em", "trồng lại hàng cây ven lộ",
    "chia ca trực những đêm nước lên",
)  # fmt: skip
ENDINGS = (
    "trước khi mùa mưa tới.", "theo lời kể của những người lớn tuổi trong làng.",
    "dù kinh phí năm nay eo hẹp.", "và mong chuyện này thành nếp.", "sau nhiều lần họp bàn.",
)  # fmt: skip
SECTIONS = (
    "Thời sự", "Đời sống", "Kinh tế", "Văn hóa", "Thể thao", "Khoa học", "Du lịch", "Góc nhìn",
    "Pháp luật", "Bạn đọc",
)  # fmt: skip
FAMILY_NAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
GIVEN_NAMES = ("An", "Bình", "Chi", "Dũng", "Giang")
TAGS = (
    "mùa nước nổi", "làng nghề", "giao thông", "giáo dục", "chuyển đổi số", "nông nghiệp",
)  # fmt: skip


def sentence(number: int) -> str:
    """One of 5,000 sentences; the same number always gives the same."""
    return " ".join(
        (
            SUBJECTS[number % 10],
            VERBS[number // 10 % 10],
            OBJECTS[number // 100 % 10],
            ENDINGS[number // 1000 % 5],
        )
    )


def paragraphs(number: int) -> list[str]:
    """The text of the article of this number: six to twelve paragraphs of three sentences."""
    return [
        " ".join(sentence(number * 37 + at * 113 + part * 1009) for part in range(3))
        for at in range(6 + number % 7)
    ]
