"""Vietnamese text: cleaning, folding, slugs, tone marks and dictionary order.

The only module that does any of these (see the invariants of the design). All functions are pure
and take any `str`, well formed or not.

Facts behind the rules: đ has no Unicode decomposition, so stripping accents never folds it; old
and new style put the tone of oa, oe, uy on different letters (hòa, hoà), which are different
strings in every Unicode form; the alphabet orders a ă â, d đ, e ê, o ô ơ, u ư as letters of
their own and tones only after them.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

# Vietnamese as it nearly always comes: nothing in it to clean, and composed already.
_ORDINARY = re.compile("[\t\n -~\u00c0-\u024f\u1ea0-\u1ef9–—‘’“”…]*")
# What clean() removes: nobody sees these, and they split words for search and comparison.
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    # Kept: what joins emoji into one picture, a keycap, or the flag of a part of a country.
    f"((?<=[{_EMOJI}©®‼⁉™ℹ0-9#*])\ufe0f"
    f"|(?:(?<=[{_EMOJI}])|(?<=[{_EMOJI}©®‼⁉™ℹ0-9#*]\ufe0f))\u200d(?=[{_EMOJI}])"
    "|(?<=\U0001f3f4)[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    # Removed: controls, surrogates, soft hyphen, zero width, bidi controls, fillers, variation
    # selectors, annotation marks, non-characters, tags.
    "|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Nearly all text is made of these alone; then there is no combining mark to look for.
_MARKLESS = re.compile("[\0-\u02ff\u1e00-\u20cf\u2100-\u2bff]*")
# The marks of Latin, Greek and Cyrillic letters: what "without accents" means.
_ACCENTS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_ACCENT = re.compile(f"[{_ACCENTS}]")

# Small letters without a decomposition: đ and what is pasted for it (eth and African d look the
# same in capitals; ₫ is the currency), and letters of foreign names.
_UNDECOMPOSED = str.maketrans(
    {"đ": "d", "ð": "d", "ɖ": "d", "₫": "d"}
    | {"ø": "o", "ł": "l", "ı": "i", "ħ": "h", "æ": "ae", "œ": "oe"}
)
_LOOKALIKES_OF_D = str.maketrans({"ð": "đ", "Ð": "Đ", "ɖ": "đ", "Ɖ": "Đ"})

# The five marked tones in dictionary order: huyền, hỏi, ngã, sắc, nặng. Ngang has no mark.
_TONES = "\u0300\u0309\u0303\u0301\u0323"
# A letter as its NFD base and mark, and what stands for it in a sort key.
_LETTERS = {
    "a\u0306": "a~", "a\u0302": "a~~", "đ": "d~", "e\u0302": "e~",
    "o\u0302": "o~", "o\u031b": "o~~", "u\u031b": "u~",
}  # fmt: skip


def _cap_marks(text: str) -> str:
    if _MARKLESS.fullmatch(text):
        return text
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        if marks <= 2:
            kept.append(char)
    return "".join(kept)


def clean(text: str) -> str:
    """Return `text` in NFC without what nobody sees; words, case and punctuation stay.

    Spaces of any width become a plain space, and every kind of line end (CRLF, Word's vertical
    tab, U+2028 …) a newline. Controls, zero-width characters, soft hyphens, bidi controls and
    lone surrogates go; tab stays, and so do the joiners inside an emoji. A character keeps at
    most two combining marks beyond its composed form ("Zalgo" text piles up dozens). Idempotent.
    """
    if _ORDINARY.fullmatch(text):
        return text
    text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", text))
    text = _UNSEEN.sub(lambda match: match[1] or "", text)
    return _cap_marks(unicodedata.normalize("NFC", text))


def clean_line(text: str) -> str:
    """Return clean(`text`) as one line: runs of white space become one space, none at the ends."""
    return " ".join(clean(text).split())


def fold(text: str) -> str:
    """Return `text` for accent-blind search: no accents, đ as d, small letters, single spaces.

    Letters and digits of any script stay; everything else separates words, so "01-KL/TƯ" gives
    "01 kl tu". Compatibility forms are taken apart (ﬁ, ², full width). Idempotent; may be empty.
    """
    text = clean(text)
    for _ in range(2):  # small letters may bring a new mark (İ), taking apart a new capital (㏇)
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))
    text = unicodedata.normalize("NFC", text.translate(_UNDECOMPOSED))
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def slug(text: str, limit: int = 120) -> str:
    """Return the words of `text` as `[a-z0-9]` joined by hyphens, at most `limit` characters.

    Cuts between words; only a first word longer than `limit` is cut within. Returns "" when
    `text` has no Latin letter or digit: the caller says what stands there then.
    """
    words = re.sub("[^0-9a-z]+", "-", fold(text)).strip("-")
    if len(words) <= limit:
        return words
    head, hyphen, _ = words[: limit + 1].rpartition("-")
    return head if hyphen else words[:limit]


def _tone_places() -> dict[str, str]:
    places = {}
    for first, second in ("oa", "oe", "uy"):
        for a, b in product((first, first.upper()), (second, second.upper())):
            for tone in _TONES:
                new_style = a + unicodedata.normalize("NFC", b + tone)
                places[new_style] = unicodedata.normalize("NFC", a + tone) + b
    return places


_OLD_STYLE = _tone_places()
_NEW_STYLE = re.compile(rf"(?<![qQ])(?:{'|'.join(_OLD_STYLE)})(?!\w)")


def normalise_tones(text: str) -> str:
    """Return `text` in NFC with the tone of open oa, oe, uy on the first vowel: hoà → hòa.

    Case is kept. Closed syllables (hoàn) and "quy" (its u belongs to the consonant) are left
    alone. For keys and suggestions; copy itself is never rewritten.
    """
    text = unicodedata.normalize("NFC", text)
    return _NEW_STYLE.sub(lambda match: _OLD_STYLE[match[0]], text)


def identity_key(text: str) -> str:
    """Return the key under which two spellings are one tag: Hoà Bình, hòa  bình and HÒA BÌNH.

    Accents count (an, ăn, ân differ). Ð (eth) counts as Đ, which looks the same.
    """
    text = normalise_tones(clean_line(text).translate(_LOOKALIKES_OF_D))
    return text.casefold()


def _word_key(word: str) -> str:
    letters, tones = "", ""
    # A base character with the marks after it is one letter: "ệ" is e, dot below, circumflex.
    for base, marks in re.findall(f"(.)([{_ACCENTS}]*)", unicodedata.normalize("NFD", word)):
        known = (_LETTERS[base + m] for m in ("", *marks) if base + m in _LETTERS)
        letters += next(known, base.translate(_UNDECOMPOSED))
        tones += str(next((_TONES.index(m) + 1 for m in marks if m in _TONES), 0))
    return f"{letters} {tones.rstrip('0')}"


def sort_key(text: str) -> str:
    """Return a key whose code-point order is the order of a Vietnamese dictionary.

    Word by word: first the letters (a ă â b c d đ e ê …), then the tones (ngang, huyền, hỏi, ngã,
    sắc, nặng), then the next word, so that all of "ma …" stands before "má". Digits come before
    letters; case and punctuation do not count. Keep it in a column with the collation "C".
    """
    # Within a key: space < digit < letter < "~", so "a " (end) < "ab" < "a~" (ă) < "a~~" (â) < "b".
    text = normalise_tones(clean_line(text).translate(_LOOKALIKES_OF_D)).casefold()
    words = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", text)).split()
    return " ".join(_word_key(word) for word in words).rstrip()


def name_sort_key(name: str) -> str:
    """Return sort_key by given name: the last word of a Vietnamese name, then the family name."""
    *family, given = clean_line(name).split() or [""]
    return sort_key(" ".join([given, *family]))
