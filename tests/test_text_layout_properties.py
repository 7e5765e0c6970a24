"""What holds for every article: it survives the way out and in, and no line is lost."""

from datetime import datetime
from html import escape
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from articles.body import (
    Figure,
    Heading,
    ListBlock,
    Paragraph,
    caption_line,
    normalise,
    parse,
    serialise,
)
from articles.exporters.layout import compose_layout
from articles.importers.bylines import TIME_ZONE
from articles.importers.captions import parse_caption
from articles.importers.layout import (
    ImportedArticle,
    ImportedByline,
    LayoutError,
    decode_text,
    parse_layout,
)
from newsroom.text.vietnamese import clean_line

WORDS = [
    "giếng",
    "làng",
    "Đình",
    "hóa",
    "khóa",
    "ủy",
    "xóm",
    "múc",
    "Ảnh",
    "Nổi",
    "14-KL/TƯ",
    "26-KH/TU",
    "11.000",
    "7-2-2023",
    "(2023)",
    "“nước”",
    "<b>",
    "&amp;",
    "R&D",
    "5<6",
]
NAMES = ["Lam Khê", "Hạ Miên", "Ngọc-Lan", "PV", "Nhóm phóng viên", "T.H", "Quách Đình Sáng"]

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
sentences = st.builds("{}{}".format, phrases, st.sampled_from([".", "?", "!", "...", "…"]))
short_phrases = phrases.filter(lambda text: len(text) <= 80)
names = st.sampled_from(NAMES)

first_bylines = st.builds(ImportedByline, names, st.sampled_from(["", "Bài", "Bài và ảnh"]))
more_bylines = st.builds(
    ImportedByline,
    names,
    st.sampled_from(["", "Ảnh", "Video"]),
    st.sampled_from([" - ", ", ", "/", " và ", " & "]),
)
bylines = st.one_of(
    st.just(()),
    st.builds(
        lambda first, more: (first, *more), first_bylines, st.lists(more_bylines, max_size=3)
    ),
)
times = st.datetimes(
    min_value=datetime(1976, 1, 1),
    max_value=datetime(2099, 12, 31),
    timezones=st.just(TIME_ZONE),
).map(lambda time: time.replace(second=0, microsecond=0))

paragraphs = sentences.map(lambda text: Paragraph(escape(text, quote=False)))
headings = short_phrases.map(lambda text: Heading(escape(text, quote=False)))
items = st.lists(phrases.map(lambda text: escape(text, quote=False)), min_size=2, max_size=5)
lists = st.builds(ListBlock, items.map(tuple), st.booleans())
captions = st.one_of(sentences, st.builds("{} Ảnh: {}".format, sentences, names))
file_names = st.builds("{}.JPG".format, phrases.map(lambda text: text.replace("/", "")))
figures = st.one_of(
    st.builds(Figure, st.none(), file_names), st.builds(parse_caption, file_names, captions)
)
groups = st.one_of(
    st.tuples(paragraphs), st.tuples(headings, paragraphs), st.tuples(lists), st.tuples(figures)
)
bodies = st.lists(groups).map(lambda found: tuple(chain.from_iterable(found)))


@st.composite
def articles(draw):
    timed = draw(st.booleans())
    dateline = draw(st.none() | times)
    if dateline and not timed:
        dateline = dateline.replace(hour=0, minute=0)
    return ImportedArticle(
        section=draw(short_phrases),
        title=draw(phrases),
        bylines=draw(bylines),
        dateline=dateline,
        dateline_has_time=bool(dateline and timed),
        sapo=draw(sentences),
        blocks=draw(bodies),
        copyright_notice=draw(st.just("") | sentences),
        set_aside=(),
    )


@given(articles(), st.integers(0, 5000))
def test_an_article_that_was_written_reads_as_the_same(article, count):
    text = compose_layout(article, comment_count=0)
    assert text == text.strip()
    assert "\n\n\n" not in text
    read = parse_layout(text)
    assert read == article
    assert compose_layout(read) == text
    counted = parse_layout(compose_layout(article, comment_count=count))
    assert [line for _number, line in counted.set_aside] == [f"({count}) Bình luận"] * bool(count)


@given(bodies)
def test_a_body_survives_being_stored(blocks):
    assert parse(normalise(serialise(blocks))) == blocks


CAPTION_PIECES = [
    "Giếng",
    ".",
    " ",
    "Ảnh:",
    "(",
    ")",
    "Nguồn ảnh: ",
    "H.M",
    " - ",
    "minh họa",
    "<&",
]

# A combining mark without its letter is not kept in a body: newsroom/text/inline.py.
odd_pieces = st.text(st.characters(exclude_categories=["M", "Cs"]), max_size=5)


@given(st.lists(st.sampled_from(CAPTION_PIECES) | odd_pieces, max_size=12).map("".join))
def test_any_caption_line_survives_being_parted_and_stored(text):
    line = clean_line(text)
    figure = parse_caption("a.jpg", line)
    assert caption_line(figure) == line
    [stored] = parse(normalise(serialise([figure])))
    assert caption_line(stored) == line


ODD_LINES = [
    "",
    "Nổi bật",
    "Đừng bỏ lỡ",
    "(0) Bình luận",
    "(17) Bình luận",
    "(*) Giữ bản quyền.",
    "(*)",
    "Lam Khê, Hạ Miên 19/05/2024 - 07:06",
    "20/05/2024",
    "Hạ Miên",
    "a.jpg",
    "2(1).JPG",
    "Giếng. (Ảnh: Hạ Miên).",
    "- Một",
    "- Hai",
    "1. Một",
    "2. Hai",
    "Một câu có dấu chấm.",
    "Một dòng ngắn",
    "\u200b",
    "  nhiều   khoảng\u00a0trắng ",
]
odd_texts = st.lists(
    st.one_of(st.sampled_from(ODD_LINES), st.just(""), st.text(min_size=3, max_size=60)),
    max_size=30,
).map(lambda lines: "\n".join(["Đời sống", "", "Mùa gặt", "", *lines]))


@given(odd_texts)
def test_no_line_is_lost_in_silence(text):
    try:
        article = parse_layout(text)
    except LayoutError:
        return
    composed = squeeze(compose_layout(article))
    aside = dict(article.set_aside)
    for number, raw in enumerate(text.splitlines(), start=1):
        line = clean_line(raw)
        assert aside.get(number) == line or squeeze(line) in composed, line


def squeeze(text: str) -> str:
    return "".join(text.split())


@given(st.one_of(st.text(), odd_texts))
def test_any_text_is_read_or_refused_with_a_line_and_a_reason(text):
    refusal = None
    try:
        compose_layout(parse_layout(text))
    except LayoutError as error:
        refusal = error
    if refusal:
        assert refusal.reason
        assert refusal.line in range(1, len(text.splitlines()) + 1) or not clean_line(text)


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data):
    try:
        text = decode_text(data)
    except LayoutError:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")
