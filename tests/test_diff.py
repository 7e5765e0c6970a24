"""What two texts have in common: nothing is lost of either, words stay whole, and it is quick."""

import random
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import body
from articles.body.compare import What, compare, parts
from newsroom.text import diff
from newsroom.text.diff import Fate, pieces
from newsroom.text.inline import Run, inline_html, inline_runs
from newsroom.text.inline_diff import stretches

WORD = st.sampled_from(
    [
        "nước",
        "lũ",
        "Tiếng",
        "e\u0302\u0301",
        "19/05/2024",
        "3,5",
        ",",
        ".",
        "“",
        "a-b",
        "\u0301",
        "😀",
    ]
)
SPACE = st.sampled_from([" ", "  ", "\n", "\u00a0", ""])
TEXT = st.lists(st.tuples(SPACE, WORD) | st.tuples(st.just(" "), st.text(max_size=4)), max_size=14)
TEXTS = TEXT.map(lambda pairs: "".join(space + word for space, word in pairs))


def side(found, other: Fate) -> str:
    return "".join(piece.text for piece in found if piece.fate != other)


def told(old: str, new: str) -> str:
    """The comparison as a line: [-gone-] and {+come+}."""
    shapes = {Fate.SAME: "{}", Fate.DELETED: "[-{}-]", Fate.INSERTED: "{{+{}+}}"}
    return "".join(shapes[piece.fate].format(piece.text) for piece in pieces(old, new))


# --- Words ------------------------------------------------------------------------------------


@given(TEXTS, TEXTS)
def test_each_text_can_be_put_together_again_letter_for_letter(old, new):
    found = pieces(old, new)
    assert side(found, Fate.INSERTED) == old
    assert side(found, Fate.DELETED) == new


@given(TEXTS, TEXTS)
def test_no_accent_is_parted_from_its_letter(old, new):
    for text in (old, new):
        if text and unicodedata.category(text[0])[0] == "M":
            return
    for piece in pieces(old, new):
        if unicodedata.category(piece.text[0])[0] == "M":
            # Only where a space is changed before it, so that it has no letter.
            assert any(mark in old + new for mark in (" \u0301", "\n\u0301", "\u00a0\u0301"))


@given(TEXTS)
def test_what_is_the_same_has_one_piece(text):
    assert pieces(text, text) == ((diff.Piece(Fate.SAME, text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("Nước rút ba ngày", "Nước rút hai ngày", "Nước rút [-ba-]{+hai+} ngày"),
        ("Nước lên", "Hôm nay, Nước lên", "{+Hôm nay, +}Nước lên"),
        ("Có 120 nhà ngập, ông nói", "Có 102 nhà ngập ông nói",
         "Có [-120-]{+102+} nhà ngập[-,-] ông nói"),
        ("ngày 19/05/2024", "ngày 19/06/2024", "ngày [-19/05/2024-]{+19/06/2024+}"),
        ("Tiê\u0301ng Việt", "Tiê\u0300ng Việt", "[-Tiê\u0301ng-]{+Tiê\u0300ng+} Việt"),
        ("Nước lũ đang lên", "Trời nắng to và gió", "[-Nước lũ đang lên-]{+Trời nắng to và gió+}"),
        ("", "Mới", "{+Mới+}"),
    ],
)  # fmt: skip
def test_the_words_that_changed_are_told_and_no_others(old, new, line):
    assert told(old, new) == line


def test_what_is_the_same_by_chance_tears_no_sentence_apart():
    old = "Sáng nay nước sông dâng nhanh và nhiều hộ dân ven đê phải rời nhà trong đêm"
    new = "Sáng nay trời đã tạnh ráo và học sinh toàn huyện được trở lại trường trong đêm"
    assert "và" not in [piece.text.strip() for piece in pieces(old, new)]


# --- Lines ------------------------------------------------------------------------------------

LINES = st.lists(st.sampled_from(["một hai ba", "một hai", "bốn năm", "sáu", "", "bảy tám chín"]))


@given(LINES, LINES)
def test_every_line_of_both_texts_is_there_once_and_in_order(old, new):
    found = diff.pairs(old, new)
    assert [old[pair.old] for pair in found if pair.old is not None] == old
    assert [new[pair.new] for pair in found if pair.new is not None] == new
    for pair in found:
        if pair.same:
            assert old[pair.old] == new[pair.new]


def test_a_changed_line_stands_beside_its_like_though_another_was_put_before_it():
    old = ["Nước sông dâng nhanh.", "Dân ven đê phải rời nhà."]
    new = ["Mở đầu viết thêm vào.", "Nước sông dâng rất nhanh.", "Dân ven đê đã rời nhà."]
    assert [pair[:2] for pair in diff.pairs(old, new)] == [(None, 0), (0, 1), (1, 2)]


@given(st.lists(st.integers(0, 5), max_size=30), st.lists(st.integers(0, 5), max_size=30))
def test_what_is_in_common_is_the_longest_there_is_or_stands_once(old, new):
    found = diff.matches(old, new)
    assert all(old[a] == new[b] for a, b in found)
    assert found == sorted(set(found)) and len({b for _a, b in found}) == len(found)
    assert [b for _a, b in found] == sorted(b for _a, b in found)


# --- Formatting -------------------------------------------------------------------------------

RUNS = st.lists(
    st.builds(
        Run,
        st.sampled_from(["nước ", "lũ", "<&>", " lên", "e\u0302\u0301", "ba bốn "]),
        st.sampled_from(["", "https://x.vn/?a=1&b", "/tin"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=6,
)


@given(RUNS)
def test_runs_are_read_from_the_html_that_is_made_of_them(runs):
    html = inline_html(runs)
    assert inline_html(inline_runs(html)) == html


@given(RUNS, RUNS)
def test_each_line_can_be_put_together_again_with_its_formatting(left, right):
    old, new = inline_html(left), inline_html(right)
    found = stretches(old, new)
    assert inline_html(each.old for each in found if each.old) == old
    assert inline_html(each.new for each in found if each.new) == new
    for each in found:
        assert (each.fate == Fate.SAME) == bool(each.old and each.new)


def test_letters_that_are_only_set_otherwise_are_told_apart_from_new_ones():
    found = stretches("Nước <strong>lũ</strong> lên", "Nước lũ <em>lên</em>")
    assert [(each.text, each.reset) for each in found if each.reset] == [
        ("lũ", True),
        ("lên", True),
    ]
    assert {each.fate for each in found} == {Fate.SAME}


# --- Bodies -----------------------------------------------------------------------------------

BLOCKS = st.lists(
    st.sampled_from(
        [
            "<p>Nước lũ lên rất nhanh trong đêm.</p>",
            "<p>Nước lũ lên <strong>rất</strong> nhanh trong đêm qua.</p>",
            "<h2>Nước lũ lên rất nhanh trong đêm.</h2>",
            "<ul><li>Một</li><li>Hai</li></ul>",
            "<ol><li>Một</li><li>Hai</li></ol>",
            "<ul><li>Hai</li></ul>",
            "<blockquote><p>Lời của ông Tư.</p></blockquote>",
            "<table><tbody><tr><td>Một</td><td>Hai</td></tr><tr><td>Ba</td></tr></tbody></table>",
            "<table><thead><tr><th>Một</th></tr></thead><tbody><tr><td>Ba</td></tr></tbody></table>",
            '<figure data-image="1"><figcaption><div data-part="caption">Một</div></figcaption></figure>',
            '<figure data-image="1"><figcaption><div data-part="caption">Hai</div></figcaption></figure>',
            '<figure data-image="2" data-alt="Đê"></figure>',
        ]
    ),
    max_size=8,
).map(lambda blocks: body.parse("".join(blocks)))


@given(BLOCKS, BLOCKS)
def test_each_body_can_be_put_together_again(old, new):
    rows = compare(old, new)
    assert [row.old for row in rows if row.old and row.what != What.MOVED] == parts(old)
    assert [row.new for row in rows if row.new] == parts(new)
    for row in rows:
        if row.what == What.SAME:
            assert row.old == row.new


@given(BLOCKS, BLOCKS)
def test_two_bodies_without_a_difference_are_the_same_and_others_are_not(old, new):
    same = all(row.what == What.SAME for row in compare(old, new))
    assert same == (body.serialise(old) == body.serialise(new))


def fates(old: str, new: str) -> list[str]:
    return [str(row.what) for row in compare(body.parse(old), body.parse(new))]


def test_a_paragraph_that_stands_elsewhere_has_moved():
    first, second, third = (
        f"<p>Đoạn {name} đủ dài để nhận ra.</p>" for name in ("một", "thứ hai", "cuối")
    )
    rows = compare(body.parse(first + second + third), body.parse(third + first + second))
    assert [row.what for row in rows] == ["moved", "same", "same", "gone"]
    assert rows[0].is_up and rows[3].is_up


def test_pictures_are_known_by_what_they_show():
    one, two, three = (f'<figure data-image="{number}"></figure>' for number in (1, 2, 3))
    text = "<p>Nước lên.</p>"
    assert fates(one + text, two + text) == ["replaced", "same"]
    assert fates(one + two + text, two + one + text).count("moved") == 1
    assert fates(text, text + three) == ["same", "added"]
    assert fates(one.replace("><", ' data-alt="Đê"><') + text, one + text) == ["changed", "same"]


def test_another_kind_of_the_same_words_is_a_change_and_no_new_paragraph():
    assert fates("<p>Tít phụ</p>", "<h2>Tít phụ</h2>") == ["changed"]
    assert fates("<p>Một</p><p>Hai</p>", "<ul><li>Một</li><li>Hai</li></ul>") == ["changed"] * 2


# --- Time -------------------------------------------------------------------------------------


def test_a_thousand_changed_paragraphs_take_no_longer_than_a_page_may():
    chance = random.Random(1)
    words = [f"từ{number}" for number in range(3000)] + ["của", "và", "là"] * 500
    old = [" ".join(chance.choices(words, k=60)) for _ in range(1000)]
    new = [
        " ".join(chance.choice(words) if chance.random() < 0.2 else word for word in line.split())
        for line in old
    ]
    began = time.process_time()
    rows = compare([body.Paragraph(line) for line in old], [body.Paragraph(line) for line in new])
    for row in rows:
        stretches(row.old.html, row.new.html)
    assert time.process_time() - began < 1.5
    assert {row.what for row in rows} == {What.CHANGED}


@pytest.mark.parametrize("word", ["a", "a b"])
def test_a_text_of_one_word_again_and_again_takes_no_longer(word):
    began = time.process_time()
    found = pieces(f"{word} " * 20_000, f"{word} c " * 20_000)
    assert side(found, Fate.DELETED) == f"{word} c " * 20_000
    assert time.process_time() - began < 1.5
