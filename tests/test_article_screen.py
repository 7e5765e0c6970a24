"""The page an article is written on: what is typed is what is saved, and none of it is lost."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import html

from articles.actions.publishing import publish
from articles.actions.saving import create
from articles.draft import Draft, DraftByline
from articles.models import Article, Masthead, PublishedArticle
from articles.structure import ACTS
from tests import factories
from tests.desk import (
    acts_since,
    address,
    fields_of,
    last_act,
    newest,
    open_form,
    send,
    sign_in,
    text_of,
)

pytestmark = pytest.mark.django_db

# 06:07 in the morning of the paper's own zone.
MORNING = datetime(2024, 5, 4, 23, 7, tzinfo=UTC)


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def rich_draft() -> Draft:
    """A draft with something in every part."""
    author, photographer = factories.make_author("Lê Bình"), factories.make_author("Trần Chi")
    section, other = factories.make_section("Đời sống"), factories.make_section("Kinh tế")
    picture = factories.make_image("thuyen.jpg")
    return Draft(
        title="Thuyền về bến muộn",
        section=section.pk,
        sapo="Gió lớn từ chiều.\n",
        body=f"<p>Đoạn <strong>một</strong>.</p>\n<h2>Về bến</h2>\n{factories.figure(picture)}",
        kind="feature",
        kicker="Phóng sự",
        also_in=(other.pk,),
        bylines=(
            DraftByline(author.pk, author.name),
            DraftByline(photographer.pk, photographer.name, role="Ảnh", separator=" / "),
        ),
        tags=("sông", "Đà Nẵng"),
        dateline=MORNING,
        dateline_has_time=True,
        copyright_notice="Của riêng tòa soạn.",
    )


def test_a_reporter_writes_a_new_article_with_one_activity(cast):
    section = factories.make_section()
    client, last = sign_in(cast.reporter), last_act()
    fields = open_form(client)
    response = send(client, None, fields, title="Bài mới", body="<p>Chữ</p>", section=section.pk)
    article = Article.objects.get()
    assert response.status_code == 302
    assert response.url == address("change", article.pk)
    assert (article.title, article.created_by) == ("Bài mới", cast.reporter)
    assert acts_since(last) == [("create_article", "reporter")]


def test_a_new_article_carries_its_writers_byline_and_only_section(cast):
    author = factories.make_author("Lê Bình", user=cast.section_head)
    section = factories.make_section()
    cast.section_head.sections.add(section)
    client = sign_in(cast.section_head)
    send(client, None, open_form(client), title="Bài mới")
    draft = newest(Article.objects.get())
    assert draft.bylines == (DraftByline(author.pk, "Lê Bình"),)
    assert draft.section == section.pk


def test_an_untouched_form_sent_back_changes_nothing(client):
    article = create(rich_draft(), by=None)
    before, last = newest(article), last_act()
    assert send(client, article, open_form(client, article)).status_code == 302
    article.refresh_from_db()
    assert newest(article) == before
    assert article.revision_number == 1
    assert acts_since(last) == []


@pytest.mark.parametrize("seconds", [0, 30])
def test_a_printed_date_nobody_touched_keeps_its_seconds(client, seconds):
    draft = replace(rich_draft(), dateline=MORNING.replace(second=seconds))
    article = create(draft, by=None)
    send(client, article, open_form(client, article), title="Tít khác")
    assert newest(article).dateline == draft.dateline


def test_every_part_that_is_typed_is_saved(client):
    draft = rich_draft()
    article = factories.make_article()
    fields = open_form(client, article)
    first, second = draft.bylines
    response = send(
        client,
        article,
        fields,
        title=draft.title,
        sapo=draft.sapo,
        body=draft.body,
        kind=draft.kind,
        kicker=draft.kicker,
        section=draft.section,
        also_in=draft.also_in,
        tags="sông, Đà Nẵng",
        dateline="05/05/2024 - 06:07",
        copyright_notice=draft.copyright_notice,
        **{
            "bylines-author": ["", ""],
            "bylines-name": [first.name, second.name],
            "bylines-role": ["", "Ảnh"],
            "bylines-separator": ["", " / "],
        },
    )
    assert response.status_code == 302
    assert newest(article) == replace(draft, sapo=draft.sapo.strip())


def test_the_body_passes_the_sanitiser(client):
    article = factories.make_article()
    body = '<p onclick="x()">Chữ<script>x()</script></p>'
    send(client, article, open_form(client, article), body=body)
    assert newest(article).body == "<p>Chữ</p>"


# --- Bad input --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 501),
        ("kicker", "x" * 81),
        ("copyright_notice", "x" * 501),
        ("section", "999999999999999999999"),
        ("section", "x"),
        ("kind", "poem"),
        ("also_in", ["0"]),
        ("title", "có\x00NUL"),
        ("body", '<figure data-image="123456789" data-name="x.jpg"></figure>'),
        ("body", "x" * 500_001),
    ],
)
def test_what_cannot_be_saved_is_one_clear_error_beside_its_field(client, field, value):
    article, last = factories.make_article(), last_act()
    fields = open_form(client, article)
    response = send(client, article, fields, sapo="Gõ rồi.", **{field: value})
    assert response.status_code == 200
    assert list(response.context["adminform"].form.errors) == [field]
    assert fields_of(response)["sapo"] == ["Gõ rồi."]
    assert acts_since(last) == []


# --- What the page says -----------------------------------------------------------------------------


def marks(response) -> list[str]:
    return html.fromstring(response.content.decode()).xpath("//*[@data-mark]/@data-mark")


def state(response) -> str:
    return html.fromstring(response.content.decode()).xpath("//*[@data-state]/@data-state")[0]


def test_the_page_says_when_readers_see_something_else(cast, client):
    article = factories.make_article()
    assert state(client.get(address("change", article.pk))) == "draft"
    publish(article, by=None)
    response = client.get(address("change", article.pk))
    assert (state(response), marks(response)) == ("published", [])
    assert (
        response.context["public_url"]
        == f"/{PublishedArticle.objects.get().slug}-{article.pk}.html"
    )
    send(client, article, open_form(client, article), title="Sửa rồi")
    assert marks(client.get(address("change", article.pk))) == ["differs"]


def test_pictures_without_a_file_are_named(client):
    missing = factories.make_image("chua-co.jpg", missing=True)
    body = factories.figure(missing) + factories.figure(factories.make_image("co.jpg"))
    response = client.get(address("change", factories.make_article(body=body).pk))
    assert response.context["missing_pictures"] == ["chua-co.jpg"]
    assert marks(response) == ["missing"]


def test_the_notice_of_the_paper_stands_beside_the_articles_own(client):
    words = {"name": "Báo", "copyright_notice": "Giữ bản quyền."}
    Masthead.objects.update_or_create(pk=1, defaults=words)
    assert "(*) Giữ bản quyền." in text_of(client.get(address("add")))


def test_only_the_page_with_the_editor_has_the_looser_policy(cast, client):
    article = factories.make_article()
    loose, strict = address("change", article.pk), address("changelist")
    assert "unsafe-inline" in client.get(loose).headers["Content-Security-Policy"]
    reading = sign_in(cast.reporter).get(loose)
    for response in (client.get(strict), reading, client.get(address("publish", article.pk))):
        assert "unsafe" not in response.headers["Content-Security-Policy"]


def test_opening_the_form_costs_the_same_whatever_the_article_holds(
    client, django_assert_max_num_queries
):
    article = create(rich_draft(), by=None)
    client.get(address("change", article.pk))
    with django_assert_max_num_queries(25):
        client.get(address("change", article.pk))


def test_saving_and_publishing_by_one_button_asks_for_nothing_twice(
    cast, django_assert_max_num_queries
):
    article = create(rich_draft(), by=None)
    client = sign_in(cast.managing_editor)
    for title in ("Lần đầu", "Lần hai"):
        fields = open_form(client, article)
        with django_assert_max_num_queries(58):
            response = send(client, article, fields, "_publish", title=title)
        assert response.status_code == 302


def test_the_history_names_each_act_and_who_did_it(client):
    article = factories.make_article()
    send(client, article, open_form(client, article), title="Lần hai")
    saved, created = client.get(address("history", article.pk)).context["history"]
    assert saved.who == "editor"
    assert saved.what.lower() == str(ACTS["save_article"].label).lower()
    assert created.what.lower() == str(ACTS["create_article"].label).lower()
