"""Articles as plain text: what goes in comes out, in every variant of the layout."""

import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from articles.body import Figure, Heading, ListBlock, Paragraph, Quote, Table, parse, serialise
from articles.exporters.layout import compose_layout
from articles.importers.layout import ImportedByline, decode_text, parse_layout
from tests.trap_article import TRAP_PICTURES, TRAP_TEXT

SEED = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.txt"
ARTICLES = {"own": TRAP_TEXT}
if SEED.exists():
    ARTICLES["seed"] = decode_text(SEED.read_bytes())

each_article = pytest.mark.parametrize("text", ARTICLES.values(), ids=ARTICLES.keys())
TITLE = TRAP_TEXT.split("\n\n")[1]


def with_body(*blocks: str) -> str:
    """An article whose body is the given blocks of text."""
    trailer = "(0) Bình luận\nNổi bật\nĐừng bỏ lỡ\nMùa gặt"
    top = ["Đời sống", "Mùa gặt", "Lam Khê 21/03/2023", "Lúa đã chín."]
    return "\n\n".join([*top, *blocks, trailer])


def body_of(*blocks: str):
    return parse_layout(with_body(*blocks)).blocks


@each_article
def test_it_writes_back_exactly_what_it_read(text):
    assert compose_layout(parse_layout(text)) == unicodedata.normalize("NFC", text)


@each_article
def test_a_body_that_was_stored_is_written_back_exactly(text):
    article = parse_layout(text)
    stored = replace(article, blocks=parse(serialise(article.blocks)))
    assert stored.blocks == article.blocks
    assert compose_layout(stored) == unicodedata.normalize("NFC", text)


@each_article
def test_every_part_of_the_page_is_found(text):
    article = parse_layout(text)
    blocks = text.split("\n\n")
    assert [article.section, article.title] == blocks[:2]
    assert article.sapo == blocks[3]
    assert len(article.bylines) == 1
    assert blocks[2] == f"{article.bylines[0].name} {article.dateline:%d/%m/%Y - %H:%M}"
    assert article.dateline_has_time
    assert article.dateline.utcoffset() == timedelta(hours=7)
    assert [type(block) for block in article.blocks].count(Heading) == 2
    first, second = (block for block in article.blocks if isinstance(block, Figure))
    assert (first.separator, first.label, first.tail) == (" ", "Ảnh: ", "")
    assert first.credit
    assert first.caption.endswith(".")
    assert second.caption
    assert not second.credit
    assert f"(*) {article.copyright_notice}" == blocks[-1]
    assert article.set_aside == ()


def test_the_own_article_names_its_pictures():
    figures = [each for each in parse_layout(TRAP_TEXT).blocks if isinstance(each, Figure)]
    assert tuple(figure.name for figure in figures) == TRAP_PICTURES
    assert all(figure.image is None for figure in figures)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("n", "n\u200b"),
        lambda text: text.replace("\n\n", "\n \n\t\n\u00a0\n"),
        lambda text: text.replace(" ", "  "),
        lambda text: "\n".join(f"  {line} " for line in text.split("\n")),
        lambda text: f"\n\n{text}\n\n",
    ],
    ids=["NFD", "CRLF", "CR", "NBSP", "ZWSP", "blank lines", "wide", "indented", "outer lines"],
)
@each_article
def test_other_encodings_of_the_same_text_read_the_same(text, change):
    assert compose_layout(parse_layout(change(text))) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_it_decodes_utf8_with_and_without_a_byte_order_mark(encoding):
    assert decode_text(TRAP_TEXT.encode(encoding)) == TRAP_TEXT


def test_abbreviations_and_numbers_stay_as_written():
    text = compose_layout(parse_layout(TRAP_TEXT))
    for kept in ("14-KL/TƯ", "26-KH/TU", "hóa", "khóa", "Ủy", "7-2-2023", "11.000", "bỏ trống..."):
        assert kept in text


def test_a_file_without_trailer_is_taken_in_and_gets_one():
    short = TRAP_TEXT.split("\n\n(0) Bình luận")[0]
    notice = TRAP_TEXT.split("\n\n")[-1]
    assert parse_layout(short) == replace(parse_layout(TRAP_TEXT), copyright_notice="")
    assert compose_layout(parse_layout(short)) == TRAP_TEXT.removesuffix(f"\n\n{notice}")


def test_the_comment_count_is_the_one_given():
    text = compose_layout(parse_layout(TRAP_TEXT), comment_count=12)
    assert text == TRAP_TEXT.replace("(0) Bình luận", "(12) Bình luận")


def test_an_article_may_have_no_picture_and_no_body():
    article = parse_layout(with_body())
    assert article.blocks == ()
    assert article.sapo == "Lúa đã chín."
    assert compose_layout(article) == with_body()


def test_characters_of_html_are_text():
    assert body_of("Nhà \"Gió\", xóm 'Gạo'.") == (Paragraph("Nhà \"Gió\", xóm 'Gạo'."),)
    [block] = body_of("Giá < 5 & chất lượng > 3 &amp; <b>thế thôi</b>.")
    assert block.html == "Giá &lt; 5 &amp; chất lượng &gt; 3 &amp;amp; &lt;b&gt;thế thôi&lt;/b&gt;."
    text = with_body("Giá < 5 & chất lượng > 3 &amp; <b>thế thôi</b>.")
    assert compose_layout(parse_layout(text)) == text


# Subheadings


@pytest.mark.parametrize("end", [".", "?", "!", ":", "…", "...", ".”", "?”", "!)"])
def test_a_line_that_ends_as_a_sentence_is_no_subheading(end):
    assert body_of(f"Vào mùa{end}", "Đoạn văn.")[0] == Paragraph(f"Vào mùa{end}")


@pytest.mark.parametrize("line", ["Vào mùa", "“Giữ giếng là giữ làng”", "Giai đoạn 1 (2023)", "M"])
def test_a_short_line_above_a_paragraph_is_a_subheading(line):
    assert body_of(line, "Đoạn văn.") == (Heading(line), Paragraph("Đoạn văn."))


def test_a_subheading_has_at_most_80_characters():
    assert body_of("ờ" * 80, "Đoạn văn.")[0] == Heading("ờ" * 80)
    assert body_of("ờ" * 81, "Đoạn văn.")[0] == Paragraph("ờ" * 81)


def test_a_short_line_is_a_subheading_only_where_running_text_follows():
    assert body_of("Vào mùa", "a.jpg")[0] == Paragraph("Vào mùa")
    assert body_of("Đoạn văn.", "Vào mùa")[1] == Paragraph("Vào mùa")
    assert body_of("Vào mùa", "- Một\n- Hai")[0] == Heading("Vào mùa")
    assert body_of("Vào mùa", "Gặt sớm", "Đoạn văn.")[:2] == (
        Paragraph("Vào mùa"),
        Heading("Gặt sớm"),
    )


def test_a_subheading_may_open_the_body():
    assert isinstance(parse_layout(with_body("Vào mùa", "Đoạn văn.")).blocks[0], Heading)


# Lists and blocks of several lines


def test_lines_that_open_with_a_dash_are_a_list():
    assert body_of("- Một & hai\n- Ba") == (ListBlock(("Một &amp; hai", "Ba")),)


def test_lines_numbered_from_one_are_an_ordered_list():
    assert body_of("1. Một\n2. Hai") == (ListBlock(("Một", "Hai"), ordered=True),)


@pytest.mark.parametrize("block", ["2. Một\n3. Hai", "1. Một\n3. Hai", "- Một\nHai", "1. Một\nHai"])
def test_other_blocks_of_several_lines_are_a_paragraph_each(block):
    assert body_of(block, "Đoạn.")[:2] == tuple(map(Paragraph, block.split("\n")))


def test_a_single_line_with_a_dash_is_dialogue():
    assert body_of("- Mẹ về rồi", "Con chạy ra cổng.")[0] == Paragraph("- Mẹ về rồi")
    assert body_of("1. Một", "Con chạy ra cổng.")[0] == Heading("1. Một")


def test_lists_are_written_back_exactly():
    text = with_body("- Một\n- Hai", "Rồi.", "1. Một\n2. Hai")
    assert compose_layout(parse_layout(text)) == text


# What only the desk can make


def composed_body(*blocks) -> str:
    article = replace(parse_layout(with_body()), blocks=blocks)
    return compose_layout(article).split("Lúa đã chín.\n\n")[1].split("\n\n(0) Bình luận")[0]


def test_emphasis_and_links_become_plain_text():
    html = 'Xem <a href="https://bao.example/?a=1&amp;b=2">bài <em>trước</em></a> &lt;số 1&gt;'
    assert composed_body(Paragraph(html)) == "Xem bài trước <số 1>"
    assert composed_body(Heading("<strong>Vào</strong> mùa", level=3)) == "Vào mùa"
    assert composed_body(ListBlock(("<em>Một</em>", "Hai &amp; ba"))) == "- Một\n- Hai & ba"
    assert composed_body(ListBlock(("Một", "", "Hai"), ordered=True)) == "1. Một\n2. Hai"


def test_a_quotation_becomes_paragraphs():
    assert composed_body(Quote(("“Một.", "<em>Hai.</em>”"))) == "“Một.\n\nHai.”"


def test_a_table_becomes_a_paragraph_for_each_row():
    rows = (
        "<thead><tr><th>Xóm</th><th>Giếng</th></tr></thead>"
        '<tbody><tr><td colspan="2">Gạo &amp; Bến</td></tr><tr><td>Đình</td><td>3</td></tr></tbody>'
    )
    table = Table(f"<table>{rows}</table>")
    assert composed_body(table) == "Xóm | Giếng\n\nGạo & Bến\n\nĐình | 3"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Figure(image=7, name="a.jpg"), "a.jpg"),
        (Figure(image=7, name="a.jpg", caption="Giếng", alt="Một cái giếng"), "a.jpg\nGiếng"),
        (Figure(image=7, caption="Giếng."), "anh-7.jpg\nGiếng."),
        (Figure(image=7, name="IMG_1"), "IMG_1.jpg"),
        (Figure(image=7, name="C:\\anh\\a.png"), "a.png"),
        (Figure(image=None, caption="Giếng."), "Giếng."),
        (
            Figure(
                image=7, name="a.jpg", separator=" ", caption="Giếng.", label="Ảnh: ", credit="X"
            ),
            "a.jpg\nGiếng. Ảnh: X",
        ),
    ],
)
def test_a_figure_becomes_its_file_name_and_caption(figure, text):
    assert composed_body(figure) == text


def test_the_time_is_written_for_vietnam():
    article = replace(
        parse_layout(TRAP_TEXT), dateline=datetime(2023, 3, 20, 23, 45, tzinfo=ZoneInfo("UTC"))
    )
    assert compose_layout(article) == TRAP_TEXT


def test_an_article_without_byline_and_time_has_no_such_line():
    article = replace(parse_layout(with_body("Đoạn.")), bylines=(), dateline=None)
    assert compose_layout(article).startswith("Đời sống\n\nMùa gặt\n\nLúa đã chín.\n\nĐoạn.")
    assert parse_layout(compose_layout(article)) == replace(article, dateline_has_time=False)


def test_byline_and_time_share_one_line():
    names = (ImportedByline("Lam Khê"), ImportedByline("Hạ Miên", "Ảnh", "/"))
    text = compose_layout(replace(parse_layout(TRAP_TEXT), bylines=names))
    assert text.split("\n\n")[2] == "Lam Khê/Ảnh: Hạ Miên 21/03/2023 - 06:45"
