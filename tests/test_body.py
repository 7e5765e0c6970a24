"""The body: from any HTML to blocks, and back to one canonical form."""

import re
import unicodedata
from pathlib import Path

import pytest

from articles.body import (
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    caption_line,
    image_ids,
    normalise,
    parse,
    plain_text,
    serialise,
)

PICTURE = Figure(12, "1(3).jpg", "Cầu mới.", " ", "Ảnh: ", "Minh An", "", "Một cây cầu")

EACH_BLOCK = [
    (Paragraph("Mưa to."), "<p>Mưa to.</p>"),
    (
        Paragraph('Xem <a href="/a?b=1&amp;c=%22"><strong>bài <em>này</em></strong></a> &lt;'),
        '<p>Xem <a href="/a?b=1&amp;c=%22"><strong>bài <em>này</em></strong></a> &lt;</p>',
    ),
    (Heading("Tít phụ"), "<h2>Tít phụ</h2>"),
    (Heading("Tít <em>nhỏ</em>", level=3), "<h3>Tít <em>nhỏ</em></h3>"),
    (ListBlock(("một", "<em>hai</em>")), "<ul><li>một</li><li><em>hai</em></li></ul>"),
    (ListBlock(("một",), ordered=True), "<ol><li>một</li></ol>"),
    (Quote(("Một.", "Hai.")), "<blockquote><p>Một.</p><p>Hai.</p></blockquote>"),
    (
        Table(
            '<table><thead><tr><th colspan="2">Xã</th></tr></thead>'
            '<tbody><tr><td rowspan="2">a</td><td></td></tr></tbody></table>'
        ),
        '<table><thead><tr><th colspan="2">Xã</th></tr></thead>'
        '<tbody><tr><td rowspan="2">a</td><td></td></tr></tbody></table>',
    ),
    (
        PICTURE,
        '<figure data-image="12" data-name="1(3).jpg" data-alt="Một cây cầu">'
        '<figcaption data-separator=" " data-label="Ảnh: "><div data-part="caption">Cầu mới.</div>'
        '<div data-part="credit">Minh An</div></figcaption></figure>',
    ),
    (
        Figure(None, "a.jpg", "", "", "(Nguồn: ", 'A & "B" <C>', ")."),
        '<figure data-name="a.jpg"><figcaption data-label="(Nguồn: " data-tail=").">'
        '<div data-part="credit">A &amp; "B" &lt;C&gt;</div></figcaption></figure>',
    ),
    (Figure(7), '<figure data-image="7"></figure>'),
    (
        Figure(7, "", "Chỉ chú thích"),
        '<figure data-image="7"><figcaption><div data-part="caption">Chỉ chú thích</div></figcaption></figure>',
    ),
]


@pytest.mark.parametrize(("block", "stored"), EACH_BLOCK)
def test_each_block_has_one_stored_form(block, stored):
    assert serialise([block]) == stored
    assert parse(stored) == (block,)
    assert normalise(stored) == stored


def test_the_examples_in_the_documentation_are_stored_forms():
    text = (Path(__file__).parents[1] / "docs/developers/body-format.md").read_text("utf-8")
    table = text.split("## Blocks")[1].split("**Inline text**")[0]
    examples = re.findall("`(<(?:p|h2|ul|blockquote|table)>.*?)`", table)
    assert len(examples) == 5
    for example in examples:
        assert normalise(example) == example
    example = re.search("```html\n(.*?)```", text, re.DOTALL)[1]
    assert normalise(example) == re.sub(r"\n\s*", "", example)


def test_a_body_is_a_line_per_block():
    blocks = tuple(block for block, _ in EACH_BLOCK)
    stored = serialise(blocks)
    assert stored.split("\n") == [line for _, line in EACH_BLOCK]
    assert parse(stored) == blocks


# --- Lines ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("chữ trần", "<p>chữ trần</p>"),
        ("một <b>hai</b><p>ba</p>bốn", "<p>một <strong>hai</strong></p>\n<p>ba</p>\n<p>bốn</p>"),
        ("<p> a\n\t b&nbsp;&nbsp;c </p>", "<p>a b c</p>"),
        ("<p></p><p> &nbsp;<br></p><h2> </h2><ul><li></li></ul><blockquote></blockquote>", ""),
        ("<p>a<strong></strong><em> </em>b</p>", "<p>a<em> </em>b</p>"),
        ("<p>a <strong> b </strong> c</p>", "<p>a <strong>b </strong>c</p>"),
        ("<p><b>a</b><strong>b</strong></p>", "<p><strong>ab</strong></p>"),
        ("<p><em><strong>a</strong></em></p>", "<p><strong><em>a</em></strong></p>"),
        ("<p><b><b>a</b></b></p>", "<p><strong>a</strong></p>"),
        (
            '<p><strong><a href="/x">a</a></strong><a href="/x">b</a></p>',
            '<p><a href="/x"><strong>a</strong>b</a></p>',
        ),
        ('<p><a href="javascript:x">a</a> <a href="/x"></a>b</p>', "<p>a b</p>"),
        (
            '<a href="/x"><p>a</p><p>b</p></a>',
            '<p><a href="/x">a</a></p>\n<p><a href="/x">b</a></p>',
        ),
        (
            '<p><a href="/?a=&quot;b&quot;&lt;&amp;c">x</a></p>',
            '<p><a href="/?a=&quot;b&quot;&lt;&amp;c">x</a></p>',
        ),
        ("<h2>a<p>b</p></h2>c", "<h2>a</h2>\n<h2>b</h2>\n<p>c</p>"),
        ("<h1>Một<br>hai</h1>", "<h2>Một hai</h2>"),
    ],
)
def test_a_line_has_one_form(typed, stored):
    assert normalise(typed) == stored
    assert normalise(stored) == stored


def test_what_is_written_in_two_elements_is_one_text():
    assert normalise("<p><b>👩\u200d</b><b>💻</b></p>") == "<p><strong>👩\u200d💻</strong></p>"


def test_text_is_cleaned_but_never_corrected():
    copy = "Số 01-KL/TƯ, 39-KH/TU: “11.000 tấn” – 7-8-2023 (19/5/2024); hoà, hóa ... thuỷ 'x' \"y\""
    assert normalise(f"<p>{unicodedata.normalize('NFD', copy)}</p>") == f"<p>{copy}</p>"
    assert normalise("<p>Hà\u200b\u00adNội &#8203;&#xFEFF;x\u202e</p>") == "<p>HàNội x</p>"


def test_a_mark_joins_the_letter_before_it_across_elements():
    assert normalise("<p>a<strong>\u0301b</strong></p>") == "<p>á<strong>b</strong></p>"
    # U+0338 after a ">" would swallow the tag when the stored text is composed.
    for text in ("<p>\u0338x</p>", "<p><em>\u0338x</em></p>", "<p>&lt;\u0338x</p>"):
        stored = normalise(text)
        assert unicodedata.normalize("NFC", stored) == stored
        assert plain_text(parse(stored)).endswith("x")


# --- Nested blocks --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        (
            "<ul><li>a<ol><li>b</li><li>c</li></ol>d</li><li><p>e</p><p>f</p></li></ul>",
            [ListBlock(("a", "b", "c", "d", "e f"))],
        ),
        ("<ul>a<li>b</li>c</ul>", [ListBlock(("a", "b", "c"))]),
        (
            "<blockquote>a<h2>b</h2><ul><li>c</li></ul><blockquote>d</blockquote></blockquote>",
            [Quote(("a", "b", "c", "d"))],
        ),
        (
            "<ol><li><blockquote><p>a</p><p>b</p></blockquote></li></ol>",
            [ListBlock(("a b",), ordered=True)],
        ),
        (
            "<table><tr><td><p>a</p><ul><li>b</li></ul></td><td>c<h2>d</h2></td></tr></table>",
            [Table("<table><tbody><tr><td>a b</td><td>c d</td></tr></tbody></table>")],
        ),
        (
            "<table><caption>tên</caption><tr><th>a</th></tr><tfoot><tr><td>z</td></tr></tfoot></table>",
            [
                Paragraph("tên"),
                Table("<table><tbody><tr><th>a</th></tr><tr><td>z</td></tr></tbody></table>"),
            ],
        ),
        (
            "<table><thead><tr></tr></thead><tbody></tbody></table><p>a</p>",
            [Paragraph("a")],
        ),
    ],
)
def test_blocks_within_blocks_are_flattened(typed, blocks):
    assert list(parse(normalise(typed))) == blocks


def test_rows_of_two_heads_and_bodies_keep_their_section():
    rows = "<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody>"
    assert normalise(f"<table>{rows}{rows}</table>") == (
        "<table><thead><tr><th>a</th></tr><tr><th>a</th></tr></thead>"
        "<tbody><tr><td>b</td></tr><tr><td>b</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    "around",
    [
        "<blockquote>a{}b</blockquote>",
        "<ul><li>a{}</li><li>b</li></ul>",
        "<table><tr><td>a{}</td><td>b</td></tr></table>",
    ],
)
def test_a_picture_or_table_within_a_block_moves_out_behind_it(around):
    table = "<table><tbody><tr><td>trong</td></tr></tbody></table>"
    blocks = parse(normalise(around.format(serialise([PICTURE]) + table) + "<p>sau</p>"))
    assert plain_text(blocks[:1]) == "a\nb"
    assert blocks[1:] == (PICTURE, Table(table), Paragraph("sau"))


# --- Figures --------------------------------------------------------------------------------


def figure(caption="", credit="", attributes="", image='data-image="1"'):
    parts = f'<div data-part="caption">{caption}</div><div data-part="credit">{credit}</div>'
    return f"<figure {image}><figcaption {attributes}>{parts}</figcaption></figure>"


def normalised_figure(*args, **kwargs):
    (block,) = parse(normalise(figure(*args, **kwargs)))
    return block


@pytest.mark.parametrize(
    ("caption", "credit", "attributes", "line"),
    [
        ("Cầu.", "Minh An", "", "Cầu. Ảnh: Minh An"),
        ("", "Minh An", "", "Ảnh: Minh An"),
        ("Cầu.", "", "", "Cầu."),
        ("Cầu.", "", 'data-separator=" " data-label="Ảnh: " data-tail="."', "Cầu."),
        ("", "Minh An", 'data-separator=" " data-label="Ảnh: "', "Ảnh: Minh An"),
        (
            "Cầu",
            "Minh An",
            'data-separator=" " data-label="(Ảnh: " data-tail=")."',
            "Cầu (Ảnh: Minh An).",
        ),
        ("Cầu", "Minh An", 'data-label="(Ảnh: " data-tail=")"', "Cầu(Ảnh: Minh An)"),
        ("Cầu", "Minh An", 'data-separator=" - "', "Cầu - Ảnh: Minh An"),
        ("Cầu.", "Nguồn: Thư viện", "", "Cầu. Nguồn: Thư viện"),
        ("Cầu.", "Đồ họa:Minh An", "", "Cầu. Đồ họa:Minh An"),
        ("Cầu.", "https://vidu.vn", "", "Cầu. Ảnh: https://vidu.vn"),
        ("Cầu.", "Ảnh:", "", "Cầu. Ảnh: Ảnh:"),
    ],
)
def test_a_credit_typed_in_the_editor_makes_a_whole_caption_line(caption, credit, attributes, line):
    assert caption_line(normalised_figure(caption, credit, attributes)) == line


def test_a_label_typed_before_the_credit_is_kept_as_the_label():
    block = normalised_figure("Cầu.", "Nguồn: Thư viện")
    assert (block.separator, block.label, block.credit) == (" ", "Nguồn: ", "Thư viện")


def test_captions_are_plain_text_of_one_line():
    block = normalised_figure(
        "<p>Cầu <b>mới</b></p><p>&lt;hôm nay&gt;<br>về  đêm</p>", '<a href="/x">Minh</a> An'
    )
    assert block.caption == "Cầu mới <hôm nay> về đêm"
    assert block.credit == "Minh An"


def test_text_beside_the_parts_of_a_figure_is_kept():
    typed = '<figure data-image="1">trên<img src="x"><figcaption>Chú thích <div data-part="credit">Minh An</div> thêm</figcaption>dưới</figure>'
    assert parse(normalise(typed)) == (
        Figure(1, "", "Chú thích thêm", " ", "Ảnh: ", "Minh An"),
        Paragraph("trên"),
        Paragraph("dưới"),
    )


def test_names_and_alternative_texts_are_lines():
    block = normalised_figure(
        image='data-name=" a\u200b&nbsp; b.jpg" data-alt="\nMột  cây\u00ad cầu "'
    )
    assert (block.name, block.alt) == ("a b.jpg", "Một cây cầu")


def test_spaces_count_where_they_hold_a_caption_line_together():
    line = 'data-separator=" &nbsp;" data-label="Ảnh:\n" data-tail=" .\u200b"'
    block = normalised_figure("Cầu", "Minh An", line)
    assert (block.separator, block.label, block.tail) == ("  ", "Ảnh: ", " .")


def test_a_figure_without_a_picture_is_its_caption():
    foreign = '<figure><img src="https://vidu.vn/a.jpg" alt="x"><figcaption>Cầu &lt; mới</figcaption></figure>'
    assert normalise(foreign) == "<p>Cầu &lt; mới</p>"
    assert normalise("<figure></figure>") == ""
    assert normalise(
        "<figure><table><tr><td>a</td></tr></table><figcaption>Bảng</figcaption></figure>"
    ) == ("<p>Bảng</p>\n<table><tbody><tr><td>a</td></tr></tbody></table>")


def test_a_body_never_holds_an_address_of_a_picture():
    assert "vidu" not in normalise(
        '<p><img src="https://vidu.vn/a.jpg">a</p><figure data-image="1"><img src="//vidu.vn/a"></figure>'
    )


def test_image_ids_are_those_of_the_figures_in_order():
    blocks = parse(
        normalise(
            figure(image='data-image="5"')
            + "<p>a</p>"
            + figure(image='data-name="b.jpg"')
            + figure(image='data-image="3"') * 2
        )
    )
    assert image_ids(blocks) == [5, 3, 3]


# --- Plain text -----------------------------------------------------------------------------


def test_plain_text_has_a_line_for_everything_a_reader_reads():
    assert plain_text(block for block, _ in EACH_BLOCK).split("\n") == [
        "Mưa to.",
        "Xem bài này <",
        "Tít phụ",
        "Tít nhỏ",
        "một",
        "hai",
        "một",
        "Một.",
        "Hai.",
        "Xã",
        "a",
        "Cầu mới. Ảnh: Minh An",
        '(Nguồn: A & "B" <C>).',
        "Chỉ chú thích",
    ]
    assert plain_text([]) == ""
