"""The foot of a text: comment count, curated lists, title, notice."""

import pytest

from articles.body import Heading, Paragraph
from articles.exporters.layout import compose_layout
from articles.importers.layout import LayoutError, parse_layout

TOP = "Đời sống\n\nMùa gặt\n\nLam Khê 21/03/2023\n\nLúa đã chín.\n\nĐoạn văn."
NOTICE = "(*) Giữ bản quyền."
CANONICAL = f"{TOP}\n\n(0) Bình luận\nNổi bật\nĐừng bỏ lỡ\nMùa gặt\n\n{NOTICE}"


@pytest.mark.parametrize(
    "trailer",
    [
        f"(0) Bình luận\nNổi bật\nĐừng bỏ lỡ\nMùa gặt\n\n{NOTICE}",
        f"(0) Bình luận\n\nNổi bật\n\nĐừng bỏ lỡ\n\nMùa gặt\n{NOTICE}",
        f"Nổi bật\nĐừng bỏ lỡ\nMùa gặt\n\n{NOTICE}",
        f"(0) Bình luận\nMùa gặt\n\n{NOTICE}",
        f"(0) Bình luận\n\n{NOTICE}",
        f"(0) Bình luận\nNổi bật\nĐừng bỏ lỡ\n{NOTICE}",
        f"Đừng bỏ lỡ\nMùa gặt\n{NOTICE}",
        f"Nổi bật\nMùa gặt\n{NOTICE}",
        f"Nổi bật\n\n{NOTICE}",
        f"Mùa gặt\n\n{NOTICE}",
        NOTICE,
        "(*)Giữ bản quyền.",
    ],
)
def test_any_part_of_the_trailer_may_be_missing(trailer):
    article = parse_layout(f"{TOP}\n\n{trailer}")
    assert article.blocks == (Paragraph("Đoạn văn."),)
    assert article.set_aside == ()
    assert compose_layout(article) == CANONICAL


def test_titles_under_the_lists_are_set_aside_with_their_lines():
    article = parse_layout(
        f"{TOP}\n\n(0) Bình luận\nNổi bật\nBài khác\nMùa gặt\nĐừng bỏ lỡ\nBài nữa\nMùa gặt\n\n{NOTICE}"
    )
    assert article.set_aside == ((13, "Bài khác"), (14, "Mùa gặt"), (16, "Bài nữa"))
    assert compose_layout(article) == CANONICAL


def test_titles_under_the_second_list_alone_are_set_aside():
    article = parse_layout(f"{TOP}\n\nĐừng bỏ lỡ\nBài nữa\nMùa gặt")
    assert article.set_aside == ((12, "Bài nữa"),)


def test_comments_and_their_count_are_set_aside():
    article = parse_layout(
        f"{TOP}\n\n(2) Bình luận\nAn: Hay quá!\nBình: Đúng thế.\nNổi bật\nMùa gặt"
    )
    assert article.set_aside == (
        (11, "(2) Bình luận"),
        (12, "An: Hay quá!"),
        (13, "Bình: Đúng thế."),
    )


def test_lines_below_title_and_notice_are_set_aside():
    article = parse_layout(
        f"{CANONICAL.replace(NOTICE, f'Chia sẻ{chr(10)}{NOTICE}')}\nHết\n(*) Hai"
    )
    assert article.copyright_notice == "Giữ bản quyền."
    assert article.set_aside == ((16, "Chia sẻ"), (18, "Hết"), (19, "(*) Hai"))


def test_an_empty_notice_is_set_aside():
    article = parse_layout(f"{TOP}\n\n(0) Bình luận\n(*)")
    assert article.copyright_notice == ""
    assert article.set_aside == ((12, "(*)"),)


def test_the_trailer_begins_at_the_last_count():
    text = CANONICAL.replace(
        "Đoạn văn.", "(3) Bình luận\n\nNổi bật\n\nĐoạn văn.\n\n(*) Tên đã đổi."
    )
    article = parse_layout(text)
    assert article.blocks[1:] == (
        Heading("Nổi bật"),
        Paragraph("Đoạn văn."),
        Paragraph("(*) Tên đã đổi."),
    )
    assert compose_layout(article) == text


def test_only_the_last_note_of_a_text_without_trailer_is_its_notice():
    article = parse_layout(f"{TOP}\n\n(*) Tên đã đổi.\n\n{NOTICE}")
    assert article.blocks[1:] == (Paragraph("(*) Tên đã đổi."),)
    assert article.copyright_notice == "Giữ bản quyền."


def test_a_title_may_open_as_a_notice_does():
    article = parse_layout(CANONICAL.replace("Mùa gặt", "(*) Mùa gặt"))
    assert article.title == "(*) Mùa gặt"
    assert article.copyright_notice == "Giữ bản quyền."
    assert article.set_aside == ()


def test_a_subheading_may_have_the_name_of_a_list():
    assert parse_layout(f"{TOP}\n\nNổi bật\n\nĐoạn cuối.").blocks[1:] == (
        Heading("Nổi bật"),
        Paragraph("Đoạn cuối."),
    )


def test_it_refuses_a_notice_that_is_too_long():
    text = f"{TOP}\n\n(0) Bình luận\n\n(*) "
    assert len(parse_layout(text + "ờ" * 500).copyright_notice) == 500
    with pytest.raises(LayoutError) as refusal:
        parse_layout(text + "ờ" * 501)
    assert refusal.value.line == 13
    assert "501" in refusal.value.reason


@pytest.mark.parametrize("foot", ["Mùa gặt muộn", "Mùa Gặt", "Bài khác\nBài nữa"])
def test_it_refuses_another_title_at_the_foot(foot):
    with pytest.raises(LayoutError) as refusal:
        parse_layout(f"{TOP}\n\n(0) Bình luận\nNổi bật\nMùa gặt\nĐừng bỏ lỡ\n{foot}\n\n{NOTICE}")
    assert refusal.value.line == 15 + foot.count("\n")
    assert "Mùa gặt" in refusal.value.reason
