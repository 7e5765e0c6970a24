"""The sample newspaper's texts: whole, in the layout, and agreeing with what stands beside them."""

import re
import unicodedata
from itertools import pairwise

import pytest

from articles.addresses import RESERVED_WORDS
from articles.body import Figure, Heading, ListBlock, Paragraph, Quote, Table, plain_text
from articles.exporters.layout import compose_layout
from articles.importers.layout import decode_text, parse_layout
from articles.sample.bodies import enrich
from articles.sample.reading import PICTURES, TEXTS, read_articles, read_paper

PAPER = read_paper()
ABOUT = {sample.name: sample.about for sample in read_articles()}
NAMES = sorted(ABOUT)
REJECTION_REASONS = {"offensive", "spam", "personal", "off_topic", "other"}
# The paper puts the tone on the first vowel of an open oa, oe, uy: hóa, not hoá; but quý.
NEW_STYLE_TONES = re.compile(r"(o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)

each_text = pytest.mark.parametrize("name", NAMES)


def text_of(name: str) -> str:
    return decode_text((TEXTS / f"{name}.txt").read_bytes())


def article(name: str):
    return parse_layout(text_of(name))


def pictures_of(name: str) -> list[str]:
    return [block.name for block in article(name).blocks if isinstance(block, Figure)]


def comments_and_replies():
    for name in NAMES:
        for comment in ABOUT[name].get("comments", []):
            yield name, comment
            for reply in comment.get("replies", []):
                yield name, reply


def test_there_are_sixty_articles_at_least_and_a_few_hundred_comments():
    assert len(NAMES) >= 60
    assert 250 < len(list(comments_and_replies())) < 600


def test_every_text_has_its_toml_file_and_every_toml_file_its_text():
    assert sorted(path.stem for path in TEXTS.iterdir()) == sorted(2 * NAMES)


@each_text
def test_a_text_is_composed_unicode_with_plain_line_ends_and_none_at_the_end(name):
    data = (TEXTS / f"{name}.txt").read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not text.endswith("\n")
    assert not set(text) & set("\r\t\ufeff\u00a0\u200b")


@each_text
def test_a_text_is_between_150_and_900_words(name):
    imported = article(name)
    blocks = [block for block in imported.blocks if not isinstance(block, Figure)]
    words = len(imported.sapo.split()) + len(plain_text(blocks).split())
    assert 150 <= words <= 900


@each_text
def test_a_text_comes_back_exactly_as_it_was(name):
    imported = article(name)
    assert imported.set_aside == ()
    assert compose_layout(imported) == text_of(name)


@each_text
def test_a_text_keeps_the_papers_tone_marks_and_quotation_marks(name):
    text = text_of(name)
    assert NEW_STYLE_TONES.findall(text) == []
    assert '"' not in text
    assert text.count("“") == text.count("”")


def test_two_kinds_of_list_and_three_kinds_of_byline_are_among_the_texts():
    articles = [article(name) for name in NAMES]
    lists = {b.ordered for a in articles for b in a.blocks if isinstance(b, ListBlock)}
    assert lists == {False, True}
    assert {line.separator for a in articles for line in a.bylines} >= {"", "/", " - "}
    assert "Trả lại chúng tôi những chiếc ghế" in [
        a.title for a in articles if not a.dateline_has_time
    ]


def test_paragraphs_become_the_quotations_and_tables_that_are_asked_for():
    blocks = (Paragraph("Thương &amp; nhớ."), Paragraph("Giá sáng nay:"), Paragraph("Hết."))
    rows = [["Mặt hàng", "Giá"], ["Cau <khô>", "90"]]
    about = {"quotations": ["Thương & nhớ"], "tables": [{"after": "Giá", "rows": rows}]}

    head = "<table><thead><tr><th>Mặt hàng</th><th>Giá</th></tr></thead><tbody>"
    table = head + "<tr><td>Cau &lt;khô&gt;</td><td>90</td></tr></tbody></table>"
    quoted = Quote(("Thương &amp; nhớ.",))
    assert enrich(blocks, about) == (quoted, blocks[1], Table(table), blocks[2])
    with pytest.raises(ValueError, match="0 paragraphs open with “Không có”"):
        enrich(blocks, {"quotations": ["Không có"]})


@each_text
def test_the_quotations_and_tables_of_a_text_find_their_places(name):
    about = ABOUT[name]
    blocks = enrich(article(name).blocks, about)
    assert len([b for b in blocks if isinstance(b, Quote)]) == len(about.get("quotations", []))
    assert len([b for b in blocks if isinstance(b, Table)]) == len(about.get("tables", []))
    for table in about.get("tables", []):
        assert len({len(row) for row in table["rows"]}) == 1
    # Two subheadings in a row were meant as something else.
    assert not any(isinstance(a, Heading) and isinstance(b, Heading) for a, b in pairwise(blocks))


@each_text
def test_every_picture_of_a_text_is_there_and_described(name):
    pictures = pictures_of(name)
    assert 1 <= len(pictures) <= 4
    assert set(ABOUT[name]["alts"]) == set(pictures)
    assert all(len(alt) > 30 for alt in ABOUT[name]["alts"].values())
    assert [picture for picture in pictures if not (PICTURES / picture).is_file()] == []


def test_every_picture_and_portrait_in_the_folder_is_used_and_no_picture_twice():
    shown = [picture for name in NAMES for picture in pictures_of(name)]
    assert len(set(shown)) == len(shown)
    used = set(shown)
    used |= {author["portrait"] for author in PAPER["authors"]}
    assert {path.name for path in PICTURES.glob("*.jpg")} == used


def test_sections_are_ten_with_some_below_and_every_text_stands_in_one():
    names = [section["name"] for section in PAPER["sections"]]
    parents = {section["name"]: section.get("parent") for section in PAPER["sections"]}
    assert len([name for name, parent in parents.items() if not parent]) == 10
    assert any(parents.values())
    # A parent comes before its subsections, so that they can be made in this order.
    assert all(names.index(p) < names.index(n) for n, p in parents.items() if p)
    assert not {section["slug"] for section in PAPER["sections"]} & RESERVED_WORDS
    assert {article(name).section for name in NAMES} == set(names)
    assert {other for entry in ABOUT.values() for other in entry.get("also_in", [])} <= set(names)


def test_everyone_who_signs_is_introduced_and_everyone_introduced_signs():
    assert len(PAPER["authors"]) == 12
    signed = {line.name for name in NAMES for line in article(name).bylines}
    assert signed == {author["name"] for author in PAPER["authors"]}
    assert all(author["role"] and author["biography"] for author in PAPER["authors"])


@each_text
def test_an_entry_tells_kind_and_three_to_five_tags(name):
    entry = ABOUT[name]
    assert entry["kind"] in {"news", "feature", "interview", "opinion", "photo"}
    assert 3 <= len(set(entry["tags"])) == len(entry["tags"]) <= 5
    assert article(name).section not in entry.get("also_in", [])


def test_some_tags_are_shared():
    tags = [tag for entry in ABOUT.values() for tag in entry["tags"]]
    assert len([tag for tag in set(tags) if tags.count(tag) > 1]) >= 6


def test_placements_name_texts_that_are_there_and_none_twice():
    slots: dict[str, list[str]] = {}
    for placement in PAPER["placements"]:
        slots.setdefault(placement["slot"], []).append(placement["article"])
    assert {slot: len(names) for slot, names in slots.items()} == {
        "front-lead": 1,
        "noi-bat": 5,
        "dung-bo-lo": 4,
    }
    placed = [name for names in slots.values() for name in names]
    assert set(placed) <= set(NAMES)
    assert len(set(placed)) == len(placed)


def test_comments_are_signed_and_no_address_is_anybodys():
    for _, comment in comments_and_replies():
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
    for comment in [c for about in ABOUT.values() for c in about.get("comments", [])]:
        times = [comment["minutes_after"]]
        for reply in comment.get("replies", []):
            assert comment["status"] == "approved"
            times.append(reply["minutes_after"])
        assert times == sorted(times)


def test_no_comment_is_written_in_the_future():
    """The newest article is shown as one hour old; the others keep their distance from it."""
    newest = max(article(name).dateline for name in NAMES)
    for name, comment in comments_and_replies():
        age = (newest - article(name).dateline).total_seconds() / 60 + 60
        assert comment["minutes_after"] < age
