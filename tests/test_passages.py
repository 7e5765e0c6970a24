"""Mending a passage changes that passage and nothing else, whatever the text around it."""

from hypothesis import assume, given
from hypothesis import strategies as st

from articles import body
from articles.body.passages import Place, Text, counterpart, find, lines, reworded

LETTERS = st.text("aăâeêơuưđ bcẫếợ&<>\"'", min_size=1, max_size=12)
MARKS = st.sampled_from(
    ["{}", "<strong>{}</strong>", "<em>{}</em>", '<a href="https://x.vn/">{}</a>']
)


@st.composite
def inline(draw) -> str:
    runs = draw(st.lists(st.tuples(MARKS, LETTERS), min_size=1, max_size=4))
    return "".join(
        mark.format(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        for mark, text in runs
    )


@st.composite
def texts(draw) -> Text:
    shapes = st.sampled_from(
        [
            "<p>{}</p>",
            "<h2>{}</h2>",
            "<ul><li>{}</li><li>Mục</li></ul>",
            "<blockquote><p>{}</p></blockquote>",
            "<table><thead><tr><th>Cột</th></tr></thead><tbody><tr><td>{}</td><td>1</td></tr>"
            "</tbody></table>",
            '<figure data-image="7"><figcaption><div data-part="caption">{}</div></figcaption>'
            "</figure>",
        ]
    )
    parts = [draw(shapes).format(draw(inline())) for _ in range(draw(st.integers(1, 4)))]
    return Text("Tựa bài", "Sapo của bài.", body.parse(body.normalise("".join(parts))))


@given(texts(), st.data())
def test_nothing_but_the_passage_changes(text, data):
    before = lines(text)
    number = data.draw(st.sampled_from([n for n, line in enumerate(before) if line.text]))
    line = before[number].text
    start = data.draw(st.integers(0, len(line) - 1))
    passage = line[start : data.draw(st.integers(start + 1, len(line)))]
    words = data.draw(st.text("xyzẩ&<", min_size=1, max_size=8))
    assert Place(number, start) in find(text, passage)
    mended = reworded(text, Place(number, start), passage, words)
    after = lines(mended)
    expected = f"{line[:start]}{words}{line[start + len(passage) :]}"
    assert after[number].text == " ".join(expected.split())
    assert [*after[:number], *after[number + 1 :]] == [*before[:number], *before[number + 1 :]]
    assert body.parse(body.serialise(mended.blocks)) == mended.blocks
    untouched = zip(text.blocks, mended.blocks, strict=True)
    assert sum(old != new for old, new in untouched) <= 1


@given(texts(), st.data())
def test_letters_before_and_after_keep_their_marks(text, data):
    paragraphs = [n for n, block in enumerate(text.blocks) if isinstance(block, body.Paragraph)]
    assume(paragraphs)
    number = paragraphs[0]
    html = text.blocks[number].html
    plain = lines(Text("", "", (text.blocks[number],)))[2].text
    start = data.draw(st.integers(0, len(plain) - 1))
    alone = Text("", "", (text.blocks[number],))
    mended = reworded(alone, Place(2, start), plain[start], "Ω")
    # One letter for another: the tags stand where they stood.
    if plain[start] != " ":
        assert mended.blocks[0].html.count("<") == html.count("<")


def test_formatting_inside_a_passage_stays():
    text = Text("", "", body.parse("<p>Ủy <strong>ban Nhan</strong> dân <em>xã</em></p>"))
    mended = reworded(text, find(text, "ban Nhan dân")[0], "ban Nhan dân", "ban Nhân dân")
    assert mended.blocks[0].html == "Ủy <strong>ban Nhân</strong> dân <em>xã</em>"


def test_what_is_added_has_the_marks_of_the_letter_before_it():
    text = Text("", "", body.parse("<p>Xã <strong>Tân</strong> đó</p>"))
    mended = reworded(text, Place(2, 3), "Tân", "Tân Phú")
    assert mended.blocks[0].html == "Xã <strong>Tân Phú</strong> đó"


def test_words_added_at_the_head_stand_there():
    text = Text("", "", body.parse("<p><em>Tân</em> đó</p>"))
    assert reworded(text, Place(2, 0), "Tân", "Xã Tân").blocks[0].html == "<em>Xã Tân</em> đó"


def test_a_doubled_word_goes_with_its_space():
    text = Text("", "", body.parse("<p>của của bà</p>"))
    assert reworded(text, Place(2, 0), "của của", "của").blocks[0].html == "của bà"


def versions(here: str, there: str) -> tuple[Text, Text]:
    return Text("", "", body.parse(here)), Text("", "", body.parse(there))


def test_the_same_line_elsewhere_is_the_same_place():
    here, there = versions("<p>Một xã.</p><p>Hai xã.</p>", "<p>Mới.</p><p>Hai xã.</p>")
    assert counterpart(here, Place(3, 4), there, "xã") == Place(3, 4)


def test_the_other_of_two_places_is_not_taken_for_the_one_that_is_gone():
    here, there = versions("<p>Một xã.</p><p>Hai xã.</p>", "<p>Mới.</p><p>Hai xã.</p>")
    assert counterpart(here, Place(2, 4), there, "xã") is None


def test_a_line_that_was_edited_is_known_by_the_letters_around():
    line = "Ông Ba ở bến đò nói rằng nước lên nhanh lắm, từ chiều qua đến giờ."
    here, there = versions(f"<p>{line}</p><p>nhanh</p>", f"<p>nhanh</p><p>Hôm nay, {line}</p>")
    place = find(here, "nhanh")[0]
    assert counterpart(here, place, there, "nhanh") == Place(3, place.start + len("Hôm nay, "))


def test_what_stands_once_here_and_once_there_is_the_same():
    here, there = versions("<p>Ở bến đò cũ.</p>", "<p>Bến đò xưa.</p>")
    assert counterpart(here, Place(2, 6), there, "đò") == Place(2, 4)


def test_a_part_of_a_longer_word_is_not_the_same():
    here, there = versions("<p>Số 1.</p>", "<p>Số 12.</p>")
    assert counterpart(here, Place(2, 0), there, "Số 1") is None


def test_of_two_equal_lines_the_second_stays_the_second():
    here, there = versions("<p>Lũ.</p><p>Lũ.</p>", "<p>Đầu.</p><p>Lũ.</p><p>Lũ.</p>")
    assert counterpart(here, Place(3, 0), there, "Lũ") == Place(4, 0)


def test_a_title_is_never_mended_for_a_paragraph():
    here = Text("Lũ về", "", body.parse("<p>Nước lên.</p>"))
    there = Text("Mưa tạnh", "", body.parse("<p>Lũ về.</p>"))
    assert counterpart(here, Place(0, 0), there, "Lũ về") is None
