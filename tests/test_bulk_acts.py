"""One act on many articles from the list: asked once, done to each by itself, told by name."""

from dataclasses import replace

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from lxml import html

from articles.actions.saving import save
from articles.admin.article_bulk import MOST_AT_ONCE
from articles.models import Article, PublishedArticle
from tests import factories
from tests.desk import acts_since, address, fields_of, last_act, newest, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor_in_chief)


def choose(client, action: str, articles, query: str = ""):
    """Tick the articles in the list and press the button of the action."""
    fields = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(address("changelist") + query, fields)


def confirm(client, asked, act: str, **typed):
    """Send the page that asks."""
    return client.post(address("bulk", act), fields_of(asked, "bulk_form") | typed)


def told(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


def live() -> set[int]:
    return set(PublishedArticle.objects.visible().values_list("article", flat=True))


def test_several_articles_are_published_after_one_question(client):
    articles = [factories.make_article(title=f"Bài {name}") for name in ("A", "B")]
    last = last_act()
    asked = choose(client, "publish_selected", articles)
    assert "Bài A" in text_of(asked)
    assert (live(), acts_since(last)) == (set(), [])
    response = confirm(client, asked, "publish")
    assert response.url == address("changelist")
    assert live() == {article.pk for article in articles}
    assert acts_since(last) == [("publish", "editor_in_chief")] * 2
    assert all(any(f"Bài {name}" in line for line in told(response)) for name in ("A", "B"))


def test_several_are_withdrawn_with_one_reason_that_is_required(client):
    articles = [factories.make_published().article for _each in range(2)]
    asked, last = choose(client, "withdraw_selected", articles), last_act()
    again = confirm(client, asked, "withdraw", reason=" ")
    assert "reason" in again.context["form"].errors
    assert acts_since(last) == []
    confirm(client, again, "withdraw", reason="Sai nguồn")
    assert live() == set()
    assert acts_since(last) == [("withdraw", "editor_in_chief")] * 2


def test_one_refusal_leaves_the_others_done_and_is_told_by_name(client):
    good = factories.make_article(title="Có chữ")
    empty = factories.make_article(title="Chưa có chữ", sapo="", body="")
    response = confirm(client, choose(client, "publish_selected", [good, empty]), "publish")
    assert live() == {good.pk}
    (refused,) = [line for line in told(response) if "Chưa có chữ" in line]
    assert len(refused) > len("“Chưa có chữ”: ")


def test_an_article_saved_after_it_was_shown_is_left_alone(cast, client):
    article = factories.make_article()
    asked = choose(client, "publish_selected", [article])
    draft = replace(newest(article), title="Đã sửa sau")
    save(article, draft, by=cast.editor, base_version=article.version)
    last = last_act()
    response = confirm(client, asked, "publish")
    assert (live(), acts_since(last)) == (set(), [])
    (line,) = [line for line in told(response) if "Đã sửa sau" in line]
    assert "Chữ của bạn" not in line and "Your text" not in line


def test_an_unticked_article_is_left_alone(client):
    articles = [factories.make_article() for _each in range(2)]
    asked = choose(client, "publish_selected", articles)
    confirm(client, asked, "publish", article=[articles[1].pk])
    assert live() == {articles[1].pk}


def test_what_cannot_be_done_is_named_before_and_not_offered(client):
    draft, published = factories.make_article(), factories.make_published().article
    asked = choose(client, "withdraw_selected", [draft, published])
    page = html.fromstring(asked.content.decode())
    assert page.xpath("//input[@name='article']/@value") == [str(published.pk)]
    assert draft.title in text_of(asked)


def test_where_it_can_be_done_to_none_the_button_is_off_and_pressing_it_says_so(client):
    drafts = [factories.make_article() for _each in range(2)]
    for articles, is_off in (
        (drafts, True),
        ([*drafts, factories.make_published().article], False),
    ):
        asked = choose(client, "withdraw_selected", articles)
        (button,) = html.fromstring(asked.content.decode()).xpath("//p[@class='verb-go']/button")
        assert ("disabled" in button.attrib) == is_off
    last = last_act()
    asked = choose(client, "withdraw_selected", drafts)
    assert told(confirm(client, asked, "withdraw", reason="Sai"))
    assert acts_since(last) == []


def test_a_section_head_does_it_in_their_own_section_only(cast):
    ours, theirs = factories.make_section(), factories.make_section()
    cast.section_head.sections.add(ours)
    own, foreign = (factories.make_article(section=section) for section in (ours, theirs))
    client, last = sign_in(cast.section_head), last_act()
    asked = choose(client, "publish_selected", [own, foreign])
    fields = fields_of(asked, "bulk_form")
    assert fields["article"] == [str(own.pk)]
    # Forged: the foreign article is sent along.
    fields |= {"article": [own.pk, foreign.pk], f"version-{foreign.pk}": foreign.version}
    client.post(address("bulk", "publish"), fields)
    assert live() == {own.pk}
    assert acts_since(last) == [("publish", "section_head")]


@pytest.mark.parametrize("role", ["reporter", "editor", "picture_editor", "administrator"])
def test_who_may_not_is_offered_nothing_and_a_forged_post_does_nothing(cast, role):
    article, last = factories.make_article(), last_act()
    client = sign_in(getattr(cast, role))
    assert "publish_selected" not in client.get(address("changelist")).content.decode()
    choose(client, "publish_selected", [article])
    fields = {"article": article.pk, f"version-{article.pk}": article.version}
    assert client.post(address("bulk", "publish"), fields).status_code == 403
    assert (live(), acts_since(last)) == (set(), [])


def test_too_many_at_once_are_refused_before_any_is_done(client):
    section, now = factories.make_section(), timezone.now()
    many = Article.objects.bulk_create(
        Article(title=f"Bài {number}", section=section, saved_at=now)
        for number in range(MOST_AT_ONCE + 1)
    )
    last = last_act()
    response = choose(client, "publish_selected", many)
    assert response.status_code == 302
    assert told(response)
    assert acts_since(last) == []


@pytest.mark.parametrize(
    "fields", [{}, {"article": "x"}, {"article": "99999999999999999999"}, {"article": "\x00"}]
)
def test_odd_forged_posts_do_nothing(client, fields):
    last = last_act()
    assert client.post(address("bulk", "publish"), fields).status_code == 302
    assert client.post(address("bulk", "erase"), fields).status_code == 404
    assert client.get(address("bulk", "publish")).status_code == 404
    assert acts_since(last) == []
