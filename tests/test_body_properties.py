"""The body under any input: no word lost, one stored form, and quick."""

import html
import random
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.body import (
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Table,
    normalise,
    parse,
    plain_text,
    serialise,
)

ELEMENTS = (
    "p h1 h2 h3 h4 ul ol li blockquote table thead tbody tfoot tr th td caption colgroup a b strong i em u span"
    " font div section article dl dt dd pre center br hr img figure figcaption svg text math mi select option"
    " form button textarea xmp label details summary video object body html head frameset nobr image x-y o:p"
)
ATTRIBUTES = (
    "",
    ' href="/x"',
    ' href="javascript:x"',
    ' data-image="3"',
    ' data-name="a.jpg"',
    ' data-part="caption"',
    ' data-part="credit"',
    ' data-label="Ảnh: " data-separator=" "',
    ' colspan="2"',
    " class=x onclick='y'",
)
WORD = st.integers(0, 10**6).map("«{}»".format)


def element(children):
    return st.builds(
        lambda name, attributes, inner, closed: (
            f"<{name}{attributes}>{''.join(inner)}" + (f"</{name}>" if closed else "")
        ),
        st.sampled_from(ELEMENTS.split()),
        st.sampled_from(ATTRIBUTES),
        st.lists(children, max_size=4),
        st.booleans(),
    )


MARKUP = st.lists(st.recursive(WORD, element, max_leaves=25), max_size=8).map("".join)
NOISE = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</i>",
            "<td>",
            "<table>",
            "<li>",
            "<figure data-image=1>",
            "</figure>",
            "<br>",
            "<a href=/x>",
        ]
    )
    | st.sampled_from(
        [
            "<div data-part=credit>",
            "&lt;",
            "&#824;",
            "&#x301;",
            "&#8203;",
            "\u0301",
            "\u0338",
            "\u200d",
            " ",
            "\n",
            "👩",
            "a",
        ]
    )
    | st.text(st.characters(), max_size=4),
    max_size=30,
).map("".join)


@given(MARKUP)
@settings(max_examples=300)
def test_no_word_is_ever_lost(markup):
    text = plain_text(parse(normalise(markup)))
    words = [word.split("»")[0] for word in markup.split("«")[1:]]
    for word in words:
        assert f"«{word}»" in text
    assert text.count("«") == len(words)


@given(MARKUP | NOISE)
@settings(max_examples=300)
def test_normalising_twice_changes_nothing_more(markup):
    stored = normalise(markup)
    assert normalise(stored) == stored
    assert serialise(parse(stored)) == stored
    assert unicodedata.normalize("NFC", stored) == stored


@given(MARKUP | NOISE | st.text(st.characters()))
def test_parse_reads_anything_even_unsanitised(markup):
    assert serialise(parse(markup)) is not None


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("<p>a", [Paragraph("a")]),
        ("<ul><li>a", [ListBlock(("a",))]),
        ("</p></a></strong>a<strong>b</strong></table>", [Paragraph("a<strong>b</strong>")]),
        ("<blockquote>a</li></p>b", [Quote(("a", "b"))]),
        (
            "<table>a<td>b",
            [Paragraph("a"), Table("<table><tbody><tr><td>b</td></tr></tbody></table>")],
        ),
        (
            '<figure data-image="x" data-name="y"></div></figcaption>a</figure>',
            [Figure(None, "y"), Paragraph("a")],
        ),
        ("1 < 2 <> <", [Paragraph("1 &lt; 2 &lt;&gt; &lt;")]),
    ],
)
def test_parse_drops_no_text_of_broken_markup(markup, blocks):
    assert list(parse(markup)) == blocks


LINE = st.text("aâđ <>&\"'.1", min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
INLINE = LINE.map(lambda text: html.escape(text, quote=False))
CAPTIONED = st.builds(
    Figure,
    st.none() | st.integers(1, 10**12),
    LINE,
    LINE,
    st.just(" "),
    st.just("Ảnh: "),
    LINE,
    st.sampled_from(["", ")", "."]),
    LINE,
)
BLOCKS = st.lists(
    st.builds(Paragraph, INLINE)
    | st.builds(Heading, INLINE, st.sampled_from([2, 3]))
    | st.builds(ListBlock, st.lists(INLINE, min_size=1).map(tuple), st.booleans())
    | st.builds(Quote, st.lists(INLINE, min_size=1).map(tuple))
    | CAPTIONED
)


@given(BLOCKS)
def test_what_is_written_is_read_back(blocks):
    stored = serialise(blocks)
    assert parse(stored) == tuple(blocks)
    assert normalise(stored) == stored


def test_three_thousand_words_take_under_twenty_milliseconds():
    words = ["chợ", "phiên", "họp", "từ", "sáng", "sớm", "bên", "bờ", "sông", "không", "ồn", "ào"]
    choose = random.Random(3)
    lines = [" ".join(choose.choices(words, k=75)) for _ in range(40)]
    typed = "".join(
        f"<p><b>{line[:9]}</b>{line[9:]}<br>và <a href='/x'>thêm</a></p>" for line in lines
    )

    def seconds():
        started = time.process_time()
        normalise(typed)
        return time.process_time() - started

    assert min(seconds() for _ in range(10)) < 0.020
