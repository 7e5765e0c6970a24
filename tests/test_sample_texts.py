"""The sample newspaper's texts: whole, in the layout, and agreeing with what stands beside them."""

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from articles.addresses import RESERVED_WORDS
from articles.body import Figure, ListBlock, plain_text
from articles.exporters.layout import compose_layout
from articles.importers.layout import decode_text, parse_layout

SAMPLE = Path(__file__).parents[1] / "articles" / "sample"
PICTURES = SAMPLE / "pictures"
FILES = sorted(path.name for path in SAMPLE.glob("*.txt"))
EXTRAS = tomllib.loads((SAMPLE / "sample.toml").read_text(encoding="utf-8"))
ENTRIES = {entry["file"]: entry for entry in EXTRAS["articles"]}
REJECTION_REASONS = {"offensive", "spam", "personal", "off_topic", "other"}
# The paper puts the tone on the first vowel of an open oa, oe, uy: hóa, not hoá; but quý.
NEW_STYLE_TONES = re.compile(r"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)

each_file = pytest.mark.parametrize("name", FILES)


def text_of(name: str) -> str:
    return decode_text((SAMPLE / name).read_bytes())


def article(name: str):
    return parse_layout(text_of(name))


def pictures_of(name: str) -> list[str]:
    return [block.name for block in article(name).blocks if isinstance(block, Figure)]


def comments_and_replies():
    for comment in EXTRAS["comments"]:
        yield comment["file"], comment
        for reply in comment.get("replies", []):
            yield comment["file"], reply


def test_there_are_twelve_articles_and_each_is_listed_once():
    assert len(FILES) == 12
    assert sorted(entry["file"] for entry in EXTRAS["articles"]) == FILES


@each_file
def test_a_text_is_composed_unicode_with_plain_line_ends_and_none_at_the_end(name):
    data = (SAMPLE / name).read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not text.endswith("\n")
    assert not set(text) & set("\r\t\ufeff\u00a0\u200b")


@each_file
def test_a_text_is_between_150_and_900_words(name):
    imported = article(name)
    blocks = [block for block in imported.blocks if not isinstance(block, Figure)]
    words = len(imported.sapo.split()) + len(plain_text(blocks).split())
    assert 150 <= words <= 900


@each_file
def test_a_text_comes_back_exactly_as_it_was(name):
    imported = article(name)
    assert imported.set_aside == ()
    assert compose_layout(imported) == text_of(name)


@each_file
def test_a_text_keeps_the_papers_tone_marks_and_quotation_marks(name):
    text = text_of(name)
    assert NEW_STYLE_TONES.findall(text) == []
    assert '"' not in text
    assert text.count("“") == text.count("”")


def test_two_kinds_of_list_and_three_kinds_of_byline_are_among_the_texts():
    articles = [article(name) for name in FILES]
    lists = {b.ordered for a in articles for b in a.blocks if isinstance(b, ListBlock)}
    assert lists == {False, True}
    assert {line.separator for a in articles for line in a.bylines} >= {"", "/", " - "}
    assert [a.title for a in articles if not a.dateline_has_time] == [
        "Trả lại chúng tôi những chiếc ghế"
    ]


@each_file
def test_every_picture_of_a_text_is_there_and_described(name):
    pictures = pictures_of(name)
    assert 1 <= len(pictures) <= 4
    assert set(ENTRIES[name]["alts"]) == set(pictures)
    assert all(len(alt) > 30 for alt in ENTRIES[name]["alts"].values())
    assert [picture for picture in pictures if not (PICTURES / picture).is_file()] == []


def test_every_picture_and_portrait_in_the_folder_is_used():
    used = {picture for name in FILES for picture in pictures_of(name)}
    used |= {author["portrait"] for author in EXTRAS["authors"]}
    assert {path.name for path in PICTURES.glob("*.jpg")} == used


def test_sections_are_five_with_two_below_and_every_text_stands_in_one():
    names = [section["name"] for section in EXTRAS["sections"]]
    parents = {section["name"]: section.get("parent") for section in EXTRAS["sections"]}
    assert len([name for name, parent in parents.items() if not parent]) == 5
    # A parent comes before its subsections, so that they can be made in this order.
    assert all(names.index(p) < names.index(n) for n, p in parents.items() if p)
    assert not {section["slug"] for section in EXTRAS["sections"]} & RESERVED_WORDS
    assert {article(name).section for name in FILES} <= set(names)
    assert {other for entry in ENTRIES.values() for other in entry.get("also_in", [])} <= set(names)


def test_everyone_who_signs_is_introduced_and_everyone_introduced_signs():
    signed = {line.name for name in FILES for line in article(name).bylines}
    assert signed == {author["name"] for author in EXTRAS["authors"]}
    assert all(author["role"] and author["biography"] for author in EXTRAS["authors"])


@each_file
def test_an_entry_tells_kind_and_three_to_five_tags(name):
    entry = ENTRIES[name]
    assert entry["kind"] in {"news", "feature", "interview", "opinion", "photo"}
    assert 3 <= len(set(entry["tags"])) == len(entry["tags"]) <= 5
    assert article(name).section not in entry.get("also_in", [])


def test_some_tags_are_shared():
    tags = [tag for entry in ENTRIES.values() for tag in entry["tags"]]
    assert len([tag for tag in set(tags) if tags.count(tag) > 1]) >= 6


def test_placements_name_texts_that_are_there_and_none_twice():
    slots: dict[str, list[str]] = {}
    for placement in EXTRAS["placements"]:
        slots.setdefault(placement["slot"], []).append(placement["file"])
    assert {slot: len(files) for slot, files in slots.items()} == {
        "front-lead": 1,
        "noi-bat": 5,
        "dung-bo-lo": 4,
    }
    placed = [name for files in slots.values() for name in files]
    assert set(placed) <= set(FILES)
    assert len(set(placed)) == len(placed)


def test_comments_belong_to_texts_and_no_address_is_anybodys():
    for name, comment in comments_and_replies():
        assert name in FILES
        assert comment["email"].endswith("@example.com")
        assert comment["name"].strip()
        assert comment["text"].strip()


def test_comments_are_waiting_approved_and_rejected_with_a_reason():
    assert {c["status"] for _, c in comments_and_replies()} == {"waiting", "approved", "rejected"}
    for _, comment in comments_and_replies():
        assert ("reason" in comment) == (comment["status"] == "rejected")
    reasons = [comment["reason"] for _, comment in comments_and_replies() if "reason" in comment]
    assert {reason["code"] for reason in reasons} == REJECTION_REASONS
    assert all(reason["note"] for reason in reasons)


def test_replies_stand_under_approved_comments_and_come_after_them():
    for comment in EXTRAS["comments"]:
        times = [comment["minutes_after"]]
        for reply in comment.get("replies", []):
            assert comment["status"] == "approved"
            times.append(reply["minutes_after"])
        assert times == sorted(times)


def test_no_comment_is_written_in_the_future():
    """The newest article is shown as one hour old; the others keep their distance from it."""
    newest = max(article(name).dateline for name in FILES)
    for name, comment in comments_and_replies():
        age = (newest - article(name).dateline).total_seconds() / 60 + 60
        assert comment["minutes_after"] < age
