"""Any two texts of an article compared, and what readers see with any: each difference in words."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from lxml import html

from articles.actions.fixing import quick_fix
from articles.actions.merging import merge_authors
from articles.actions.naming import name_revision
from articles.actions.publishing import publish
from articles.actions.records import replace_image_file
from articles.actions.saving import create, save
from articles.actions.taking_down import take_down
from articles.actions.withdrawing import withdraw
from articles.admin import body_comparison
from articles.draft import DraftByline
from articles.images import store
from articles.models import Article, PublishedBody, Revision
from tests import factories
from tests.cast import make_cast
from tests.desk import acts_since, address, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db

COMPARISON = 20  # queries


@pytest.fixture
def cast():
    return make_cast()


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def write(article: Article, **parts) -> None:
    article.refresh_from_db()
    save(article, replace(newest(article), **parts), by=None, base_version=article.version)
    article.refresh_from_db()


def compare(client, article: Article, since="", to=""):
    query = "&".join(f"{name}={key}" for name, key in (("from", since), ("to", to)) if key != "")
    return client.get(f"{address('compare', article.pk)}?{query}")


def parts_of(response) -> dict[str, html.HtmlElement]:
    """The page's sections by the part they tell of."""
    page = html.fromstring(response.content.decode())
    return {
        each.get("id").removeprefix("part-"): each
        for each in page.xpath("//section[@class='compared-part']")
    }


def marks(element) -> tuple[list[str], list[str]]:
    """What is marked as deleted and as inserted, without what is only spoken."""
    found = []
    for name in ("del", "ins"):
        lines = []
        for each in element.iter(name):
            spoken = [*each.xpath("./span[@class='visually-hidden']")]
            lines.append("".join(each.itertext()))
            for words in spoken:
                lines[-1] = lines[-1].replace("".join(words.itertext()), "", 1)
        found.append(lines)
    return found[0], found[1]


def rows_of(response) -> list[tuple[str, str]]:
    """(what became of it, what is said) of each part of the body."""
    return [
        (row.get("data-what"), " ".join(row.text_content().split()))
        for row in parts_of(response)["body"].xpath(".//div[@class='compared-row']")
    ]


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


# --- What readers see -----------------------------------------------------------------------------


def test_what_was_just_published_does_not_differ_from_the_working_copy(client):
    image = factories.make_image()
    image.alt = "Con đê"
    image.save()
    section = factories.make_section()
    article = factories.make_article(
        section=section,
        also_in=(factories.make_section().pk,),
        authors=[factories.make_author("An"), factories.make_author("Bình")],
        tags=("lũ", "đê"),
        body=f"{factories.figure(image, credit='Hải Miên')}\n<p>Thân.</p>",
        copyright_notice="Theo Báo thử",
        dateline=datetime(2024, 5, 19, 0, 6, tzinfo=UTC),
    )
    publish(article, by=None)
    assert parts_of(compare(client, article, "live", 1)) == {}
    assert parts_of(compare(client, article, 1, "live")) == {}


def test_what_readers_see_is_what_is_published_and_not_its_revision(client, article):
    row = publish(article, by=None)
    PublishedBody.objects.filter(publication=row).update(source="<p>Thân đã chữa.</p>")
    (body,) = parts_of(compare(client, article, "live", 1)).values()
    assert marks(body)[0] == ["đã chữa"] or "đã chữa" in marks(body)[0][0]


def test_after_a_quick_fix_the_newer_working_copy_differs_in_its_own_words_only(cast, client):
    article = factories.make_article(title="Nước lũ lên ba met", body="<p>Thân.</p>")
    publish(article, by=None)
    write(article, body="<p>Thân dài hơn.</p>")
    quick_fix(article, by=cast.managing_editor, passage="ba met", words="ba mét")
    article.refresh_from_db()
    parts = parts_of(compare(client, article, "live", article.revision_number))
    assert list(parts) == ["body"]


def test_a_merged_author_is_no_difference_to_readers(client):
    authors = [factories.make_author("An"), factories.make_author("Bình")]
    article = factories.make_article(authors=authors[:1])
    publish(article, by=None)
    merge_authors(authors[0], authors[1], by=None)
    parts = parts_of(compare(client, article, "live", 1))
    # The line stays as it was printed; the next publication would print the present name.
    assert list(parts) == ["bylines"]
    publish(article, by=None)
    assert parts_of(compare(client, article, "live", 1)) == {}


def test_a_picture_with_a_newer_file_or_taken_down_is_told(client):
    images = [
        factories.make_image(f"{colour}.jpg", data=factories.picture_bytes(colour=colour))
        for colour in ("teal", "olive")
    ]
    article = factories.make_article(body="".join(factories.figure(image) for image in images))
    publish(article, by=None)
    stored = store.take_in(BytesIO(factories.picture_bytes(colour="navy")), "de.jpg")
    replace_image_file(images[0], stored, by=None)
    take_down(images[1], by=None, reason="Bản quyền")
    rows = rows_of(compare(client, article, "live", 1))
    assert len(rows) == 2
    page = parts_of(compare(client, article, "live", 1))["body"]
    assert len(page.xpath(".//ul[@class='remarks']/li")) == 2
    # Of two revisions nobody knows which file they had.
    assert parts_of(compare(client, article, 1, 1)) == {}


@pytest.mark.parametrize("gone", [False, True])
def test_what_readers_do_not_have_cannot_be_compared(client, article, gone):
    if gone:
        publish(article, by=None)
        withdraw(article, by=None, reason="Sai")
    assert compare(client, article, "live", 1).status_code == 404


# --- The page -------------------------------------------------------------------------------------


def test_the_page_says_what_is_compared_and_leads_on(cast, client, article):
    for title in ("Tít hai", "Tít ba", "Tít bốn"):
        write(article, title=title)
    publish(article, by=None)
    write(article, title="Tít năm")
    name_revision(article, 2, "Trước khi cắt", by=cast.editor)
    response = compare(client, article, 1, 2)
    assert "Trước khi cắt" in text_of(response)
    links = html.fromstring(response.content.decode()).xpath("//ul[@class='looks']//a/@href")
    here = address("compare", article.pk)
    for query in ("from=2&to=1", "from=2&to=3", "from=1&to=5", "from=live&to=2"):
        assert f"{here}?{query}" in links
    for link in links:
        assert client.get(link).status_code == 200


def test_the_form_and_the_lists_lead_to_it(client, article):
    publish(article, by=None)
    write(article, title="Tít hai")
    here = address("compare", article.pk)
    for page, queries in (
        (address("change", article.pk), ["from=live&to=2"]),
        (address("revisions", article.pk), ["from=live&to=2", "from=1&to=2"]),
        (address("revision", article.pk, 2), ["from=live&to=2", "from=1&to=2"]),
        (address("revision", article.pk, 1), ["from=1&to=2"]),
    ):
        links = html.fromstring(client.get(page).content.decode()).xpath("//a/@href")
        for query in queries:
            assert f"{here}?{query}" in links, page


def test_without_a_choice_it_is_the_last_step(client, article):
    assert parts_of(compare(client, article)) == {}
    write(article, title="Tít hai")
    write(article, sapo="Sapo")
    assert list(parts_of(compare(client, article))) == ["sapo"]
    assert list(parts_of(compare(client, article, to=2))) == ["title"]
    assert list(parts_of(compare(client, article, since=1))) == ["title", "sapo"]


@pytest.mark.parametrize("key", ["0", "9", "-1", "x", "²", "99999999999999999999", "%00", "LIVE"])
def test_a_text_that_is_not_there_is_not_found(client, article, key):
    assert compare(client, article, key, 1).status_code == 404
    assert compare(client, article, 1, key).status_code == 404


def test_it_is_for_those_who_may_see_the_article_on_the_desk(cast, article):
    url = address("compare", article.pk)
    assert sign_in(None).get(url).status_code == 302
    assert sign_in(cast.stranger).get(url).status_code == 302
    assert (
        sign_in(cast.comment_moderator).get(url).status_code
        == sign_in(cast.comment_moderator).get(address("revisions", article.pk)).status_code
    )
    assert sign_in(cast.editor).get(address("compare", 1)).status_code == 404


def test_either_side_is_restored_from_there_by_those_who_may(cast, client, article):
    write(article, title="Tít hai")
    write(article, title="Tít ba")
    page = html.fromstring(compare(client, article, 1, 2).content.decode())
    first, second = page.xpath("//main//form[contains(@action, 'restore')]")
    last = last_act()
    fields = {name: value for name, value in second.form_values() if name != "csrfmiddlewaretoken"}
    assert client.post(second.get("action"), fields).status_code == 302
    assert newest(article).title == "Tít hai"
    assert acts_since(last) == [("restore_revision", "editor")]
    stale = {name: value for name, value in first.form_values() if name != "csrfmiddlewaretoken"}
    assert client.post(first.get("action"), stale).status_code == 409
    reporters = compare(sign_in(cast.reporter), article, 1, 2)
    assert address("restore", article.pk) not in reporters.content.decode()


def test_looking_writes_nothing_even_when_it_is_posted(client, article):
    last = last_act()
    client.post(address("compare", article.pk), {"from": "1", "to": "1"})
    assert acts_since(last) == []
    assert Revision.objects.count() == 1


# --- Cost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("since", ["1", "live"])
def test_it_costs_the_same_for_500_revisions_as_for_5(cast, client, since):
    images = [factories.make_image() for _ in range(3)]
    article = create(
        factories.make_draft(authors=[factories.make_author()], tags=("lũ",)), by=cast.editor
    )
    publish(article, by=None)
    content = article.revisions.get().content

    def queries(count: int) -> int:
        have = article.revisions.count()
        body = "".join(factories.figure(image) for image in images[: 1 + count // 200])
        Revision.objects.bulk_create(
            Revision(article=article, number=number, content=content | {"body": body})
            for number in range(have + 1, count + 1)
        )
        Article.objects.filter(pk=article.pk).update(revision_number=count)
        with CaptureQueriesContext(connection) as captured:
            assert compare(client, article, since, count).status_code == 200
        return len(captured)

    few = queries(5)
    assert queries(500) == few <= COMPARISON
