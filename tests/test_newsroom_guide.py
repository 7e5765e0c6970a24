"""The newsroom's guide (docs/editors, in Vietnamese) says what the desk shows and does."""

import re
import unicodedata
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext, override

from articles.actions.cleaning import MAX_TITLE
from articles.actions.naming import MAX_NAME
from articles.admin.article_bulk import MOST_AT_ONCE
from articles.admin.home import RECENT
from articles.admin.revision_rows import PAUSE
from articles.comments.actions.writing import MOST_IN_WINDOW, WINDOW
from articles.comments.admin.bulk import MOST_AT_ONCE as MOST_COMMENTS
from articles.comments.models import MAX_BODY
from articles.images import limits
from articles.models import Article, Slot
from articles.structure import ACTS, GRANTS, ROLE_NAMES, Role, Scope, State
from tests.guide_pictures import MOST_BYTES, NAMES
from tests.test_translations import MESSAGES, PLACEHOLDER

GUIDE = Path(__file__).parents[1] / "docs" / "editors"
PAGES = {path.name: path.read_text("utf-8") for path in sorted(GUIDE.glob("*.md"))}

# --- Roles ------------------------------------------------------------------------------------

REACH = {Scope.ANY: "✓", Scope.OWN: "bài của mình", Scope.SECTIONS: "chuyên mục mình"}


def table_of_roles() -> str:
    """The table of 09-vai-tro.md, as articles/structure.py has it."""
    with override("vi"):
        head = ["việc", *(str(ROLE_NAMES[role]) for role in Role)]
        rows = [
            [capfirst(str(rule.label)), *(reach(act, role) for role in Role)]
            for act, rule in ACTS.items()
        ]
    lines = [head, ["---", *[":-:"] * len(Role)], *rows]
    return "\n".join(f"|{'|'.join(f' {c} ' if c else ' ' for c in cells)}|" for cells in lines)


def reach(act: str, role: Role) -> str:
    return ", ".join(REACH[scope] for scope in GRANTS[role].get(act, ()))


def test_the_table_of_roles_is_the_one_that_the_acts_obey():
    expected = table_of_roles()
    assert expected in PAGES["09-vai-tro.md"], f"put this there:\n{expected}"


def test_the_states_in_which_an_article_can_be_withdrawn_are_named():
    with override("vi"):
        names = {str(State(state).label) for state in ACTS["withdraw"].states}
    sentence = re.search(r"^Gỡ bài chỉ làm được khi (.+?)\.$", PAGES["09-vai-tro.md"], re.M | re.S)
    assert set(re.findall(r"\*\*(.+?)\*\*", sentence[1])) == names


@pytest.mark.parametrize("role", Role)
def test_every_role_has_its_day(role):
    with override("vi"):
        heading = f"\n## {ROLE_NAMES[role]}\n"
    assert heading in PAGES["12-mot-ngay.md"]


# --- Pictures ---------------------------------------------------------------------------------


def pictures_shown() -> dict[str, str]:
    """The words for those who cannot see it, by the name of each picture's file."""
    found = (re.findall(r"!\[(.*?)\]\(images/(.+?)\)", text, re.S) for text in PAGES.values())
    return {name: words for each in found for words, name in each}


def test_each_picture_is_taken_by_the_script_is_shown_and_small_and_says_what_it_shows():
    shown = pictures_shown()
    assert set(shown) == {f"{name}.webp" for name in NAMES}
    assert set(shown) == {path.name for path in (GUIDE / "images").iterdir()}
    assert all(len(words) > 30 for words in shown.values())
    for name in shown:
        assert (GUIDE / "images" / name).stat().st_size <= MOST_BYTES


# --- Words of the screens ---------------------------------------------------------------------


def screen_words() -> list[re.Pattern[str]]:
    """Every text of the desk; where it has a placeholder, anything may stand."""
    with override("vi"):
        texts = [*MESSAGES.values(), *map(str, Slot.labels), gettext("username")]
    literal = [PLACEHOLDER.split(text) for text in texts]
    return [
        re.compile(".+".join(map(re.escape, pieces)), re.IGNORECASE)
        for pieces in literal
        if len("".join(pieces).strip()) > 1
    ]


@pytest.mark.parametrize("page", PAGES)
def test_what_is_set_in_bold_stands_on_a_screen(page):
    patterns = screen_words()
    for bold in re.findall(r"\*\*(.+?)\*\*", PAGES[page], re.DOTALL):
        words = " ".join(bold.split())
        assert any(pattern.fullmatch(words) for pattern in patterns), words


def test_the_guide_is_composed_vietnamese():
    for text in PAGES.values():
        assert text == unicodedata.normalize("NFC", text)


# --- Numbers ----------------------------------------------------------------------------------

MEGABYTES = limits.MAX_BYTES // 1024**2
KICKER = Article._meta.get_field("kicker").max_length
MINIMUM = next(
    each["OPTIONS"]["min_length"]
    for each in settings.AUTH_PASSWORD_VALIDATORS
    if each["NAME"].endswith("MinimumLengthValidator")
)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("01-mo-dau.md", f"Mật khẩu dài từ {MINIMUM} ký tự"),
        ("01-mo-dau.md", f"được lưu trong {RECENT.days} ngày qua"),
        ("02-viet-va-luu-bai.md", f"bắt buộc, nhiều nhất {MAX_TITLE} ký tự"),
        ("02-viet-va-luu-bai.md", f"Nhiều nhất {KICKER} ký tự"),
        ("03-anh.md", f"mỗi tệp không quá {MEGABYTES} MB"),
        ("03-anh.md", f"tối đa {limits.MAX_PIXELS // 1_000_000} megapixel"),
        ("04-xuat-ban.md", f"Nhiều nhất {MOST_AT_ONCE} bài"),
        ("05-phien-ban.md", f"Tên dài nhất {MAX_NAME} ký tự"),
        ("06-binh-luan.md", f"Mỗi lần nhiều nhất {MOST_COMMENTS}."),
        ("06-binh-luan.md", f"dài nhất {MAX_BODY:,} ký tự".replace(",", ".")),
    ],
)
def test_the_numbers_are_those_that_the_desk_works_with(page, sentence):
    assert sentence in " ".join(PAGES[page].split())


def test_the_numbers_in_words_are_those_that_the_desk_works_with():
    revisions = " ".join(PAGES["05-phien-ban.md"].split())
    assert "không quá một giờ" in revisions and PAUSE.total_seconds() == 3600
    sign_in = " ".join(PAGES["01-mo-dau.md"].split())
    assert "*Gõ sai năm lần*" in sign_in and settings.AXES_FAILURE_LIMIT == 5
    assert "mười lăm phút" in sign_in and settings.AXES_COOLOFF_TIME * 60 == 15
    assert "trong hai tuần" in sign_in and settings.SESSION_COOKIE_AGE == 14 * 24 * 3600
    assert "trong một ngày" in sign_in and settings.PASSWORD_RESET_TIMEOUT == 24 * 3600
    comments = " ".join(PAGES["06-binh-luan.md"].split())
    assert "năm bình luận trong mười phút" in comments
    assert (MOST_IN_WINDOW, WINDOW.total_seconds()) == (5, 600)
