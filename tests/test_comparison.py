"""Any two texts of an article compared: each difference in words."""

from datetime import UTC, datetime

import pytest
from lxml import html

from articles.admin import body_comparison
from articles.draft import DraftByline
from tests import factories
from tests.comparisons import compare, marks, parts_of, rows_of, write
from tests.desk import newest, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


@pytest.fixture
def article():
    return factories.make_article(title="Nước lũ lên ba mét", body="<p>Thân.</p>")


# --- Parts ----------------------------------------------------------------------------------------


def test_words_within_a_line_are_marked_and_told_to_those_who_listen(client, article):
    write(article, title="Nước lũ lên bốn mét", kicker="Miền Trung")
    response = compare(client, article, 1, 2)
    parts = parts_of(response)
    assert list(parts) == ["kicker", "title"]
    assert marks(parts["title"]) == (["ba"], ["bốn"])
    assert marks(parts["kicker"]) == ([], ["Miền Trung"])
    page = html.fromstring(response.content.decode())
    for each in page.xpath("//main//ins | //main//del"):
        begin, end = each.xpath("./span[@class='visually-hidden']")
        assert begin.text.strip() and end.text.strip()


def test_every_part_that_differs_is_told_and_no_other(client):
    sections = [factories.make_section(name) for name in ("Đời sống", "Sức khỏe", "Kinh tế")]
    authors = [factories.make_author(name) for name in ("An", "Bình", "Chi")]
    article = factories.make_article(
        section=sections[0], authors=authors[:2], tags=("lũ", "đê"), sapo="Sapo."
    )
    before = newest(article)
    write(
        article,
        section=sections[1].pk,
        also_in=(sections[2].pk,),
        kind="feature",
        bylines=(
            DraftByline(authors[1].pk, "Bình"),
            DraftByline(authors[0].pk, "An", role="Ảnh", separator=" - "),
            DraftByline(authors[2].pk, "Chi", separator=" - "),
        ),
        tags=("đê", "cứu hộ"),
        dateline=datetime(2024, 5, 19, 0, 6, tzinfo=UTC),
        copyright_notice="Theo Báo thử",
    )
    parts = parts_of(compare(client, article, 1, 2))
    assert list(parts) == [
        "bylines", "section", "kind", "dateline", "also_in", "tags", "copyright_notice"
    ]  # fmt: skip
    assert marks(parts["section"]) == (["Đời sống"], ["Sức khỏe"])
    assert marks(parts["also_in"]) == ([], ["Kinh tế"])
    assert marks(parts["tags"]) == (["lũ"], ["cứu hộ"])
    assert marks(parts["dateline"])[1] == ["19/05/2024 - 07:06"]
    lines = [" ".join(line.text_content().split()) for line in parts["bylines"].xpath(".//li")]
    assert len(lines) == 3 and "Chi" in lines[2]
    assert marks(parts["bylines"]) == ([], ["Ảnh: ", "Chi"])
    # The other way round everything that came goes.
    back = parts_of(compare(client, article, 2, 1))
    assert marks(back["tags"]) == (["cứu hộ"], ["lũ"])
    assert before == article.revisions.get(number=1).draft


def test_names_in_another_order_have_moved(client):
    authors = [factories.make_author(name) for name in ("An", "Bình")]
    article = factories.make_article(authors=authors, tags=("lũ", "đê"))
    write(article, bylines=tuple(DraftByline(each.pk, each.name) for each in reversed(authors)))
    write(article, tags=("đê", "lũ"))
    parts = parts_of(compare(client, article, 1, 3))
    assert list(parts) == ["bylines", "tags"]
    for part in parts.values():
        assert marks(part) == ([], [])
        assert len(part.xpath(".//li/small")) == 1


def test_what_stands_between_names_and_another_of_the_same_name_are_told(client):
    twins = [factories.make_author("An"), factories.make_author("An")]
    article = factories.make_article(authors=twins[:1])
    write(article, bylines=(DraftByline(twins[1].pk, "An"),))
    write(article, bylines=(DraftByline(twins[1].pk, "An"), DraftByline(twins[0].pk, "An")))
    write(
        article,
        bylines=(DraftByline(twins[1].pk, "An"), DraftByline(twins[0].pk, "An", separator=" - ")),
    )
    for since, to in ((1, 2), (3, 4)):
        (part,) = parts_of(compare(client, article, since, to)).values()
        assert len(part.xpath(".//li/small")) == 1


# --- The body -------------------------------------------------------------------------------------

LONG = [f"<p>Đoạn thứ {number} nói về con nước và bờ đê.</p>" for number in range(12)]


def test_paragraphs_come_go_move_and_change_and_the_rest_is_left_out(client):
    article = factories.make_article(body="\n".join(LONG))
    new = [*LONG]
    new[1] = "<p>Đoạn thứ 1 nói về con nước và chân đê.</p>"
    new.insert(2, "<p>Mới viết thêm.</p>")
    new.append(new.pop(8))
    write(article, body="\n".join(new))
    response = compare(client, article, 1, 2)
    fates = [what for what, _said in rows_of(response) if what != "same"]
    assert fates == ["changed", "added", "gone", "moved"]
    assert marks(parts_of(response)["body"].xpath(".//*[@data-what='changed']")[0]) == (
        ["bờ"],
        ["chân"],
    )
    assert "Đoạn thứ 5" not in text_of(response)
    assert parts_of(response)["body"].xpath(".//p[@class='left-out']")


def test_formatting_is_told_in_words(client):
    start = '<p>Nước lũ <a href="https://x.vn/a">ở đây</a> lên.</p>\n<p>Tít phụ</p>\n<p>Một</p>'
    end = (
        '<p><strong>Nước</strong> <em>lũ</em> <a href="https://x.vn/b">ở đây</a> lên.</p>\n'
        "<h2>Tít phụ</h2>\n<ul><li>Một</li></ul>"
    )
    article = factories.make_article(body=start)
    write(article, body=end)
    response = compare(client, article, 1, 2)
    assert marks(parts_of(response)["body"]) == ([], [])
    remarks = parts_of(response)["body"].xpath(".//ul[@class='remarks']/li")
    assert len(remarks) == 5
    said = text_of(response)
    assert "https://x.vn/a" in said and "https://x.vn/b" in said
    back = parts_of(compare(client, article, 2, 1))["body"]
    assert len(back.xpath(".//ul[@class='remarks']/li")) == 5


def test_pictures_are_shown_with_what_became_of_them_and_of_their_words(client):
    one, two, three = (factories.make_image(name) for name in ("de.jpg", "lu.jpg", "cau.jpg"))
    start = [factories.figure(one, "Đê cũ"), "<p>Giữa.</p>", factories.figure(two, "Lũ")]
    article = factories.make_article(body="\n".join(start))
    write(article, body="\n".join([start[2], "<p>Giữa.</p>", start[0]]))
    fates = {what for what, _said in rows_of(compare(client, article, 1, 2))}
    assert {"moved", "gone"} <= fates and "added" not in fates
    new = factories.figure(one, "Đê mới", credit="Hải Miên").replace(
        "<figure ", '<figure data-alt="Con đê" '
    )
    write(article, body="\n".join([new, "<p>Giữa.</p>", factories.figure(three, "Cầu")]))
    response = compare(client, article, 1, 3)
    (changed, _kept, replaced) = parts_of(response)["body"].xpath(".//div[@class='compared-row']")
    assert marks(changed)[0] == ["cũ"]
    assert [words.strip() for words in marks(changed)[1]] == ["mới", "Ảnh: Hải Miên", "Con đê"]
    assert replaced.get("data-what") == "replaced"
    assert marks(replaced)[0][0] == "lu.jpg" and marks(replaced)[1][0] == "cau.jpg"
    pictures = replaced.xpath(".//img/@src")
    assert len(pictures) == 2
    assert {client.get(picture).status_code for picture in pictures} == {200}


def test_of_a_text_rewritten_from_end_to_end_only_the_first_part_goes_word_by_word(
    client, monkeypatch
):
    monkeypatch.setattr(body_comparison, "MOST_BY_WORDS", 1)
    article = factories.make_article(body="\n".join(LONG[:3]))
    write(article, body="\n".join(LONG[:3]).replace("bờ", "chân"))
    first, *others = parts_of(compare(client, article, 1, 2))["body"].xpath(
        ".//div[@class='compared-row']"
    )
    assert marks(first) == (["bờ"], ["chân"])
    for number, row in enumerate(others, start=1):
        words = f"Đoạn thứ {number} nói về con nước và {{}} đê."
        assert marks(row) == ([words.format("bờ")], [words.format("chân")])


def test_what_was_typed_is_shown_as_text_and_never_obeyed(client, article):
    write(
        article,
        title="<b>&lt;x&gt;</b>",
        body='<p>&lt;script&gt;alert(1)&lt;/script&gt; <a href="https://x.vn/?a=1&amp;b=2">a</a></p>',
    )
    page = compare(client, article, 1, 2).content.decode()
    assert "<script>alert" not in page and "<b>" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_nothing_that_differs_is_said_so(client, article):
    write(article, title="Tít khác")
    write(article, title="Nước lũ lên ba mét")
    for since, to in ((1, 3), (2, 2)):
        response = compare(client, article, since, to)
        assert parts_of(response) == {}
        assert html.fromstring(response.content.decode()).xpath("//p[@class='compared-same']")
