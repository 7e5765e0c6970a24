"""Preview links where the desk makes, lists and revokes them."""

from datetime import timedelta

import lxml.html
import pytest
import time_machine

from articles.actions.binning import bin_article
from articles.actions.previewing import create_preview_link, revoke_preview_link
from articles.actions.refusals import NotPermitted, Stale
from articles.models import Activity, Article, PreviewLink

from . import factories
from .desk import address, sign_in
from .preview_links import NOW, change, make_link, opened

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def column(client, article: Article) -> lxml.html.HtmlElement:
    page = lxml.html.fromstring(client.get(address("change", article.pk)).content.decode())
    (found,) = page.find_class("preview-links")
    return found


def test_a_link_is_made_for_three_days_unless_another_life_is_chosen(cast, clock):
    article, client = factories.make_article(), sign_in(cast.editor)
    page = lxml.html.fromstring(client.get(address("preview-link", article.pk)).content.decode())
    assert page.xpath("//input[@name='days'][@checked]/@value") == ["3"]
    fields = {"version": article.version, "days": 7}
    response = client.post(address("preview-link", article.pk), fields)
    assert response.url == address("change", article.pk)
    link = PreviewLink.objects.get()
    assert (link.created_by, link.expires_at) == (cast.editor, NOW + timedelta(days=7))
    (activity,) = Activity.objects.filter(act="create_preview_link")
    assert (activity.target_type, activity.target_id) == ("article", article.pk)
    assert activity.data["revision"] == 1
    assert link.key not in str(activity.data)


def test_a_form_opened_on_an_older_version_makes_no_link(cast):
    article = factories.make_article()
    fields = {"version": article.version, "days": 3}
    change(article, title="Người khác vừa lưu")
    response = sign_in(cast.editor).post(address("preview-link", article.pk), fields)
    assert response.status_code == 409
    with pytest.raises(Stale):
        create_preview_link(article, by=None, days=3, base_version=1)
    assert not PreviewLink.objects.exists()


def test_the_column_tells_of_each_link_and_gives_its_whole_address(cast, clock, settings):
    article, client = factories.make_article(), sign_in(cast.editor)
    link = create_preview_link(article, by=cast.managing_editor, days=1)
    opened(link)
    found = column(client, article)
    (text,) = found.xpath(".//textarea/text()")
    assert text == f"{settings.SITE_URL}{link.get_absolute_url()}"
    said = " ".join(found.text_content().split())
    for words in ("20/05/2031 - 07:06", str(cast.managing_editor), "1", "19/05/2031 - 07:06"):
        assert words in said
    # Nothing of it is sent with the article's form.
    assert found.xpath(".//*[@name]") == []


def test_a_link_that_shows_nothing_has_no_address_on_the_desk(cast, clock):
    article, client = factories.make_article(), sign_in(cast.editor)
    revoke_preview_link(make_link(article), by=cast.editor)
    make_link(article, days=1)
    clock.shift(timedelta(days=1))
    found = column(client, article)
    assert found.xpath(".//textarea") == []
    assert len(found.xpath(".//details//li")) == 2
    assert str(cast.editor) in found.text_content()
    make_link(article)
    bin_article(article, by=None)
    assert column(client, article).xpath(".//textarea") == []


def test_a_link_is_revoked_from_the_article_after_a_question(cast):
    article, client = factories.make_article(), sign_in(cast.editor)
    link, other = make_link(article), make_link(article)
    (way, *_more) = column(client, article).xpath(".//a[contains(@href, 'revoke-link')]/@href")
    assert way.endswith(f"?link={other.pk}")
    page = lxml.html.fromstring(client.get(way).content.decode())
    assert page.xpath("//input[@name='link'][@checked]/@value") == [str(other.pk)]
    fields = {"version": article.version, "link": other.pk}
    for _twice in range(2):
        assert client.post(address("revoke-link", article.pk), fields).status_code == 302
    assert (opened(other), opened(link)) == (404, 200)


def test_a_link_of_another_article_is_not_revoked_from_this_one(cast):
    article, link = factories.make_article(), make_link()
    fields = {"version": article.version, "link": link.pk}
    response = sign_in(cast.editor).post(address("revoke-link", article.pk), fields)
    assert response.status_code == 200
    assert opened(link) == 200


def test_those_who_may_not_edit_the_article_are_told_of_no_link(cast):
    article = factories.make_article()
    link = make_link(article)
    for person in (cast.reporter, cast.picture_editor):
        text = sign_in(person).get(address("change", article.pk)).content.decode()
        assert link.key not in text
        with pytest.raises(NotPermitted):
            create_preview_link(article, by=person, days=3)
        with pytest.raises(NotPermitted):
            revoke_preview_link(link, by=person)


def test_the_history_tells_of_links_and_how_long_they_opened(cast, clock):
    article = factories.make_article()
    revoke_preview_link(create_preview_link(article, by=cast.editor, days=1), by=cast.editor)
    response = sign_in(cast.editor).get(address("history", article.pk))
    revoked, created, *_more = response.context["history"]
    assert (revoked.who, created.who) == ("editor", "editor")
    assert any("20/05/2031 - 07:06" in each for each in created.details)
