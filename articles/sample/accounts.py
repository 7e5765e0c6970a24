"""The sample paper's people: one for each role, all with the same well-known password."""

from dataclasses import dataclass

from articles.structure import ROLE_NAMES, Role

PASSWORD = "toa-soan-mau"


@dataclass(frozen=True, slots=True)
class SampleAccount:
    """A person to sign in as; `sections` are names of sections they act in."""

    username: str
    last_name: str
    first_name: str
    role: Role
    sections: tuple[str, ...] = ()
    author: str = ""


ACCOUNTS = (
    SampleAccount("phongvien", "Trần", "Hạ Vy", Role.REPORTER, author="Hải Miên"),
    SampleAccount("bientap", "Lê", "Thu Cúc", Role.EDITOR),
    SampleAccount("truongban", "Phạm", "Đức Lâm", Role.SECTION_HEAD, ("Thời sự",)),
    SampleAccount("thukytoasoan", "Võ", "Hoài Thương", Role.MANAGING_EDITOR),
    SampleAccount("tongbientap", "Nguyễn", "Bách Tùng", Role.EDITOR_IN_CHIEF),
    SampleAccount("bientapanh", "Đỗ", "Nguyệt Ánh", Role.PICTURE_EDITOR),
    SampleAccount("kiemduyet", "Hoàng", "Yến Nhi", Role.COMMENT_MODERATOR),
    SampleAccount("quantri", "Bùi", "Quốc Khải", Role.ADMINISTRATOR),
)

SIGN_INS = tuple((str(ROLE_NAMES[each.role]), each.username, PASSWORD) for each in ACCOUNTS)
