"""Vietnamese text: cleaning, folding, slugs, tone marks, keys and dictionary order."""

import itertools
import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.text.vietnamese import (
    clean,
    clean_line,
    fold,
    identity_key,
    name_sort_key,
    normalise_tones,
    slug,
    sort_key,
)

# Letters, marks, spaces, controls, emoji parts: where the rules are; and any character at all.
ANY_TEXT = st.text(st.characters()) | st.text(
    "aăâđeêoơuưyqnAĐÐ 1-.\u0300\u0301\u0302\u0323\u031b\u0338\u00a0\u200b\u200d\ufe0f\r\n\t\x0b\x00\ud800👩💻❤🏴\U000e0067\U000e007f"
)

# --- clean ----------------------------------------------------------------------------------


def test_it_composes_letters_and_marks():
    assert clean(unicodedata.normalize("NFD", "Đảng ủy xã Nghĩa Lộ")) == "Đảng ủy xã Nghĩa Lộ"


@pytest.mark.parametrize(
    "space", list("\u00a0\u1680\u2000\u2007\u2009\u200a\u202f\u205f\u2800\u3000")
)
def test_it_makes_every_space_a_plain_one(space):
    assert clean(f"10{space}km") == "10 km"


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n"])
def test_it_makes_every_line_end_a_newline(end):
    assert clean(f"trên{end}dưới") == "trên\ndưới"


@pytest.mark.parametrize(
    "unseen",
    list(
        "\x00\x01\x08\x0e\x1f\x7f\x80\x9f\u00ad\u034f\u061c\u115f\u17b4\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e"
    )
    + list("\u2060\u2066\u2069\u206f\u3164\ud800\udfff\ufe00\ufe0f\ufeff\uffa0\ufff9\ufffe\uffff")
    + ["\U0001d173", "\U000e0001", "\U000e0067", "\U000e007f", "\U000e0100"],
)
def test_it_removes_what_nobody_sees(unseen):
    assert clean(f"Hà{unseen} Nội{unseen}") == "Hà Nội"


def test_it_keeps_tabs_newlines_and_inner_runs_of_spaces():
    assert clean("a\tb\n\n  c  ") == "a\tb\n\n  c  "


@pytest.mark.parametrize(
    "emoji",
    [
        "👩\u200d💻",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "👨🏽\u200d🌾",
        "1\ufe0f\u20e3",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "🇻🇳",
    ],
)
def test_it_keeps_what_joins_an_emoji(emoji):
    assert clean(f"Vui quá {emoji}!") == f"Vui quá {emoji}!"


@pytest.mark.parametrize("piled", ["a" + "\u0335" * 30, "ก" + "\u0e47" * 30, "ع" + "\u0651" * 30])
def test_a_character_keeps_at_most_two_further_marks(piled):
    assert clean(piled + "b") == piled[:3] + "b"


def test_a_composed_letter_may_still_carry_two_marks():
    piled = "ế\u0335\u0336\u0337n"
    assert clean(piled) == clean(unicodedata.normalize("NFD", piled)) == "ế\u0335\u0336n"


def test_it_never_changes_words_case_or_punctuation():
    copy = "Số 01-KL/TƯ và 39-KH/TU: “11.000 tấn” – ngày 7-8-2023 (19/5); hoà, hòa… ½ m², Ð ₫"
    assert clean(copy) == copy


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()  # no lone surrogates: storable


@given(ANY_TEXT)
def test_a_clean_line_has_single_spaces_and_none_at_the_ends(text):
    line = clean_line(text)
    assert line == " ".join(line.split())
    assert clean_line(line) == line


# --- fold and slug --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường sắt Bắc–Nam: ước mơ", "duong sat bac nam uoc mo"),
        ("số 01-KL/TƯ", "so 01 kl tu"),
        ("39-KH/TU", "39 kh tu"),
        ("tin_nhanh", "tin nhanh"),
        ("ẪẬỂỆỖỘỠỢỮỰỸ", "aaeeoooouuy"),
        ("ÐƉđðɖ₫", "dddddd"),
        ("Krông Pắk, Đắk Lắk", "krong pak dak lak"),
        ("m² ﬁ № ＡＢＣ", "m2 fi no abc"),
        ("Łódź Øresund Straße Æsir", "lodz oresund strasse aesir"),
        ("Москва 東京 한국", "москва 東京 한국"),
        ("  “…”  ", ""),
    ],
)
def test_it_folds(text, folded):
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


def test_every_vietnamese_letter_folds_to_a_latin_one():
    vowels = "aăâeêioôơuưy"
    letters = [v + tone for v in vowels for tone in ("", *"\u0300\u0309\u0303\u0301\u0323")]
    for letter in [*letters, "đ"]:
        for case in (letter, letter.upper()):
            composed = unicodedata.normalize("NFC", case)
            assert fold(composed) in set("adeiouy"), composed


@given(ANY_TEXT)
@example("İ ŉ ㏇ K ﬃ")
def test_folding_twice_changes_nothing_more(text):
    once = fold(text)
    assert fold(once) == once
    assert once == " ".join(once.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đảng bộ xã: số 01-KL/TƯ", "dang-bo-xa-so-01-kl-tu"),
        ("  Hà Nội, mùa thu!  ", "ha-noi-mua-thu"),
        ("Chợ nổi 東京 họp", "cho-noi-hop"),
        ("…", ""),
        ("東京", ""),
        ("", ""),
    ],
)
def test_it_makes_a_slug(text, expected):
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("limit", "expected"),
    [(14, "mua-gat-dau"), (15, "mua-gat-dau-mua"), (11, "mua-gat-dau"), (10, "mua-gat"), (2, "mu")],
)
def test_a_slug_is_cut_between_words(limit, expected):
    assert slug("Mùa gặt đầu mùa", limit) == expected


@given(ANY_TEXT, st.integers(1, 40))
def test_a_slug_has_only_letters_digits_and_single_hyphens_within(text, limit):
    made = slug(text, limit)
    assert len(made) <= limit
    assert all(word.isascii() and word.isalnum() for word in made.split("-") if made)
    assert made == made.lower()
    assert slug(text, 10_000).startswith(made)


# --- tones and keys -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("hoà", "hòa"),
        ("Hoà", "Hòa"),
        ("HOÀ", "HÒA"),
        ("hoạ sĩ", "họa sĩ"),
        ("toả", "tỏa"),
        ("khoẻ", "khỏe"),
        ("loè loẹt", "lòe loẹt"),
        ("thuỷ", "thủy"),
        ("uỷ ban", "ủy ban"),
        ("Luỹ Bán Bích", "Lũy Bán Bích"),
        ("tuý, xoã", "túy, xõa"),
    ],
)
def test_the_tone_of_an_open_syllable_goes_to_its_first_vowel(new, old):
    assert normalise_tones(new) == old
    assert normalise_tones(unicodedata.normalize("NFD", new)) == old
    assert normalise_tones(old) == old


@pytest.mark.parametrize(
    "text",
    ["quý", "Quỹ", "QUỲ", "hoàn", "toán", "hoài", "loét", "khuỷu", "quyển", "huýt", "TƯ", "quà"],
)
def test_it_leaves_other_tones_where_they_are(text):
    assert normalise_tones(text) == text


def test_spellings_of_one_tag_share_a_key():
    spellings = ["Hoà Bình", "hòa  bình", "HÒA BÌNH", "Hòa\u00a0Bình ", "Ho\u200ba\u0300 Bình"]
    assert {identity_key(spelling) for spelling in spellings} == {"hòa bình"}
    assert identity_key("Ðà Nẵng") == identity_key("đà nẵng") == "đà nẵng"


def test_accents_tell_tags_apart():
    assert (
        len({identity_key(word) for word in ["an", "ăn", "ân", "án", "dan", "đan", "TU", "TƯ"]})
        == 8
    )


@given(ANY_TEXT)
def test_a_key_is_its_own_key(text):
    assert identity_key(identity_key(text)) == identity_key(text)


# --- dictionary order -----------------------------------------------------------------------

# Checked against PostgreSQL's collation "vi-x-icu", which puts these in the same order.
WORDS = (
    "a à ả ã á ạ ai ăn ằn ẳn ẵn ắn ặn âm ầm ẩm ẫm ấm ậm b ba bà bả bã bá bạ bai băng bâng c ca cá d da dạ"
    " đa đà đá đạ e è é em ê ề ế ghe ghê hoa hòa hỏa hóa họa i ì ma mà mả mã má mạ mai mái nghi nghỉ nghĩ"
    " o ò ó ô ồ ố ơ ờ ớ ợ q thi thì thị thúy thụy tu tù tư từ tử tự u ủy ư ừ xa xã xe y yên"
)
IN_ORDER = WORDS.split()


def test_words_stand_as_in_a_dictionary():
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_code_points_compare_the_same_as_bytes():
    keys = [sort_key(word) for word in IN_ORDER]
    assert sorted(keys, key=str.encode) == sorted(keys) == keys
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "ordered",
    [
        ["ma", "ma cà bông", "ma túy", "mà", "mà cả", "má", "mạ non", "mai"],
        ["An Giang", "Ăn ở", "Bắc Giang", "Bắc Ninh", "Da Bình", "Đà Nẵng", "Đắk Lắk"],
        ["11", "9 bài", "Bài 1", "Bài 2", "bãi"],
        ["Osla", "Øslo", "Oslu"],
        ["01-KL/TU", "01-KL/TƯ", "02-CT/TU"],
    ],
)
def test_the_first_word_decides_before_the_next_is_looked_at(ordered):
    for arrangement in itertools.islice(itertools.permutations(ordered), 200):
        assert sorted(arrangement, key=sort_key) == ordered


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà bình", "Hòa Bình"), ("Đà Nẵng", "ÐÀ NẴNG"), ("01-KL/TƯ", "01 kl tư"), ("“Mưa”", "mưa")],
)
def test_case_punctuation_and_spelling_of_tones_do_not_count(one, other):
    assert sort_key(one) == sort_key(other)


def test_a_key_is_letters_then_tones_of_each_word():
    assert sort_key("Đường ăn, ở") == "d~u~o~~ng 001 a~n  o~~ 2"
    assert sort_key("ma") == "ma"


def test_a_typed_tilde_is_no_letter():
    assert sort_key("a~") == sort_key("a") != sort_key("ă")


@given(ANY_TEXT)
def test_any_text_has_a_sort_key(text):
    assert "\x00" not in sort_key(text)
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)
    name_sort_key(text)


def test_names_stand_by_given_name_then_family_name():
    names = [
        "Lê Thị An",
        "Trần An",
        "Bùi Văn Ân",
        "Ngô Bảo",
        "Đỗ Bình",
        "Lý Dung",
        "Hà Đạt",
        "Minh Yến",
    ]
    for arrangement in itertools.islice(itertools.permutations(names), 0, None, 997):
        assert sorted(arrangement, key=name_sort_key) == names
    assert name_sort_key("") == ""


def test_a_joiner_whose_emoji_is_cleaned_away_goes_with_it():
    assert clean("\ufe0f\u200d←") == "←"
    assert clean("❤\ufe0f\u200d🔥") == "❤\ufe0f\u200d🔥"
