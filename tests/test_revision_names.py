"""What the desk calls a revision: given, changed and taken away, each time on the record."""

import pytest
from lxml import html

from articles.actions.naming import MAX_NAME, name_revision
from articles.actions.refusals import Refused
from articles.actions.reviewing import claim, submit
from articles.actions.saving import create
from articles.models import Activity, RevisionName
from tests import factories
from tests.desk import acts_since, address, last_act, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(cast):
    return sign_in(cast.editor)


def forms(response) -> list[dict[str, str]]:
    """The fields of the page's forms that name the revision."""
    page = html.fromstring(response.content.decode())
    return [
        {name: value for name, value in form.form_values() if name != "csrfmiddlewaretoken"}
        for form in page.xpath("//form[@class='name-revision']")
    ]


def test_a_name_is_given_changed_and_taken_away_on_the_revisions_own_page(client):
    article, last = factories.make_article(title="Lũ về"), last_act()
    page = address("revision", article.pk, 1)
    (fields,) = forms(client.get(page))
    response = client.post(address("name", article.pk), fields | {"name": " Trước  khi cắt "})
    assert response.url == page
    fields, removal = forms(client.get(page))
    assert fields["name"] == "Trước khi cắt"
    assert "Trước khi cắt" in text_of(client.get(address("revisions", article.pk)))
    client.post(address("name", article.pk), fields | {"name": "Bản gửi duyệt"})
    assert article.revisions.get().name == "Bản gửi duyệt"
    assert client.post(address("name", article.pk), removal).status_code == 302
    assert not RevisionName.objects.exists()
    assert acts_since(last) == [("name_revision", "editor")] * 3
    names = [
        (row.data["called_before"], row.data["called"])
        for row in Activity.objects.filter(act="name_revision").order_by("pk")
    ]
    assert names == [
        ("", "Trước khi cắt"),
        ("Trước khi cắt", "Bản gửi duyệt"),
        ("Bản gửi duyệt", ""),
    ]
    assert "Bản gửi duyệt" in text_of(client.get(address("history", article.pk)))


def test_the_text_is_not_touched_so_that_an_open_form_can_still_be_saved(cast):
    article = factories.make_article()
    version, content = article.version, article.revisions.get().content
    name_revision(article, 1, "Bản đầu", by=cast.editor)
    article.refresh_from_db()
    assert (article.version, article.revisions.get().content) == (version, content)


def test_the_name_it_has_already_is_no_act(cast):
    article = factories.make_article()
    name_revision(article, 1, "Bản đầu", by=cast.editor)
    last = last_act()
    name_revision(article, 1, "Bản đầu ", by=cast.editor)
    assert acts_since(last) == []


@pytest.mark.parametrize(("number", "name"), [(9, "Tên"), (1, "đ" * (MAX_NAME + 1))])
def test_what_cannot_be_named_so_is_refused_with_a_sentence(client, number, name):
    article, last = factories.make_article(), last_act()
    with pytest.raises(Refused):
        name_revision(article, number, name, by=None)
    fields = {"number": number, "name": name, "version": article.version}
    response = client.post(address("name", article.pk), fields)
    assert response.status_code == 409 and response.context["form"].errors
    assert acts_since(last) == []


def test_a_name_as_long_as_may_be_fits(cast):
    article = factories.make_article()
    assert name_revision(article, 1, "đ" * MAX_NAME, by=cast.editor).name == "đ" * MAX_NAME


def test_its_author_names_it_until_somebody_else_edits_it(cast):
    article = create(factories.make_draft(), by=cast.reporter)
    name_revision(article, 1, "Bản đầu", by=cast.reporter)
    claim(submit(article, by=cast.reporter), by=cast.editor)
    with pytest.raises(Refused):
        name_revision(article, 1, "Bản khác", by=cast.reporter)
    client = sign_in(cast.reporter)
    assert forms(client.get(address("revision", article.pk, 1))) == []
    # One who may save it, though a colleague is editing it at the moment.
    name_revision(article, 1, "Bản khác", by=cast.managing_editor)


def test_those_who_may_not_change_the_article_have_no_field_for_it(cast):
    article = factories.make_article()
    assert forms(sign_in(cast.reporter).get(address("revision", article.pk, 1))) == []
