"""Moving articles on the desk's own screens: buttons, the form's next step, notes, many at once."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone
from lxml import html

from articles.actions.assigning import assign
from articles.actions.noting import write_note
from articles.actions.reviewing import claim, forward, return_to_author, submit
from articles.models import Article, DeskNote
from articles.structure import State
from tests import factories
from tests.desk import acts_since, address, fields_of, last_act, open_form, send, sign_in, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(cast) -> Article:
    section = factories.make_section(steps=1)
    cast.section_head.sections.add(section)
    return factories.make_article(section=section, by=cast.reporter)


def page_of(person, article: Article):
    return html.fromstring(sign_in(person).get(address("change", article.pk)).content.decode())


def verbs_on(person, article: Article) -> set[str]:
    """The acts that the article's page leads this person to."""
    links = page_of(person, article).xpath("//a/@href")
    start = address("change", article.pk).removesuffix("change/")
    names = {link.removeprefix(start).strip("/") for link in links if link.startswith(start)}
    return names & {
        "submit",
        "claim",
        "forward",
        "approve",
        "return",
        "publish",
        "urgent",
        "assign",
    }


def test_each_person_finds_the_acts_that_are_theirs_where_the_article_stands(cast, article):
    assert verbs_on(cast.reporter, article) == {"submit"}
    assert verbs_on(cast.editor, article) == {"submit"}
    submit(article, by=cast.reporter)
    assert verbs_on(cast.reporter, article) == set()
    assert verbs_on(cast.editor, article) == {"claim", "return"}
    claim(article, by=cast.editor)
    assert verbs_on(cast.editor, article) == {"forward", "return"}
    assert verbs_on(cast.section_head, article) == {"claim", "assign"}
    forward(article, by=cast.editor)
    assert verbs_on(cast.section_head, article) == {"approve", "return", "assign"}
    assert verbs_on(cast.managing_editor, article) == {"approve", "return", "assign", "urgent"}


@pytest.mark.parametrize(
    ("button", "who", "before", "after"),
    [
        ("_submit", "reporter", State.DRAFT, State.SUBMITTED),
        ("_forward", "editor", State.EDITING, State.AWAITING_APPROVAL),
    ],
)
def test_saving_and_the_next_step_are_one_press_and_two_acts(
    cast, article, button, who, before, after
):
    if before == State.EDITING:
        submit(article, by=cast.reporter)
        claim(article, by=cast.editor)
    person = getattr(cast, who)
    client, last = sign_in(person), last_act()
    fields = open_form(client, article)
    assert page_of(person, article).xpath(f"//button[@name='{button}']")
    assert send(client, article, fields, button, title="Tít khác").status_code == 302
    article.refresh_from_db()
    assert (article.title, article.state) == ("Tít khác", after)
    act = button.removeprefix("_")
    assert acts_since(last) == [("save_article", who), (act, who)]


def test_a_next_step_that_is_refused_saves_nothing_and_keeps_what_was_typed(cast, article):
    client, last = sign_in(cast.reporter), last_act()
    fields = open_form(client, article)
    response = send(client, article, fields, "_forward", title="Tít khác")
    assert response.status_code == 200
    assert "Tít khác" in response.content.decode()
    assert acts_since(last) == []


def test_publishing_an_unapproved_revision_from_the_form_is_refused_and_kept(cast, article):
    client, last = sign_in(cast.section_head), last_act()
    response = send(client, article, open_form(client, article), "_publish", title="Tít khác")
    assert response.status_code == 200
    assert "Tít khác" in response.content.decode()
    assert (acts_since(last), article.publications.count()) == ([], 0)


def test_whose_article_it_is_while_another_edits_it_reads_who(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    page = page_of(cast.managing_editor, article)
    assert not page.xpath("//*[@id='id_title']")
    assert str(cast.editor) in page.text_content()


def test_why_an_article_came_back_stands_beside_it_until_it_is_sent_again(cast, article):
    submit(article, by=cast.reporter)
    return_to_author(article, by=cast.editor, reason="Thiếu ý kiến\ncủa xã.")
    (box,) = page_of(cast.reporter, article).xpath("//blockquote[@class='told']")
    assert "Thiếu ý kiến" in box.text_content() and str(cast.editor) in box.text_content()
    submit(article, by=cast.reporter)
    assert not page_of(cast.reporter, article).xpath("//blockquote[@class='told']")


def test_a_note_stands_beside_the_article_until_it_is_settled(cast, article):
    client, last = sign_in(cast.editor), last_act()
    fields = {"version": article.version, "text": "Kiểm số liệu.", "passage": article.sapo[:10]}
    assert client.post(address("note", article.pk), fields).status_code == 302
    page = page_of(cast.reporter, article)
    assert "Kiểm số liệu." in page.text_content()
    (link,) = page.xpath("//section[contains(@class, 'desk-notes')]//a/@href")
    asked = sign_in(cast.reporter).get(link)
    note = DeskNote.objects.get()
    chosen = html.fromstring(asked.content.decode()).xpath("//input[@name='settled'][@checked]")
    assert [each.get("value") for each in chosen] == [str(note.pk)]
    fields = {"version": article.version, "settled": note.pk}
    assert sign_in(cast.reporter).post(address("settle", article.pk), fields).status_code == 302
    assert "Kiểm số liệu." not in page_of(cast.reporter, article).text_content()
    assert acts_since(last) == [("write_note", "editor"), ("settle_note", "reporter")]


def test_a_note_of_another_article_is_not_settled_here(cast, article):
    note = write_note(factories.make_article(), "Khác.", by=cast.editor)
    fields = {"version": article.version, "settled": note.pk}
    response = sign_in(cast.editor).post(address("settle", article.pk), fields)
    assert "settled" in response.context["form"].errors


def test_no_reader_gets_a_note(cast, client):
    row = factories.make_published()
    write_note(row.article, "Bí mật của tòa soạn", by=cast.editor, passage=row.sapo[:8])
    for path in (row.get_absolute_url(), "/", "/rss/home.rss", f"/{row.article_id}"):
        assert "Bí mật" not in client.get(path, follow=True).content.decode()


def test_the_history_says_from_where_to_where_and_why(cast, article):
    submit(article, by=cast.reporter, note="Cần đăng trước trưa")
    with_history = sign_in(cast.editor).get(address("history", article.pk))
    line = with_history.context["history"][0]
    assert line.moved == f"{_label(State.DRAFT)} → {_label(State.SUBMITTED)}"
    assert "Cần đăng trước trưa" in text_of(with_history)


def _label(state: State) -> str:
    text = str(state.label)
    return text[0].upper() + text[1:]


# --- Many at once ---------------------------------------------------------------------------------


def choose(client, action: str, articles, query: str = ""):
    fields = {"action": action, "_selected_action": [article.pk for article in articles]}
    return client.post(address("changelist") + query, fields)


def test_several_are_given_to_one_person_and_the_filters_stay(cast):
    articles = [factories.make_article() for _each in range(2)]
    client, last = sign_in(cast.managing_editor), last_act()
    asked = choose(client, "assign_selected", articles, "?state=draft")
    typed = {"assignee": f"{cast.editor} (editor)", "due_at_0": "", "due_at_1": "", "priority": "1"}
    response = client.post(address("bulk", "assign"), fields_of(asked, "bulk_form") | typed)
    assert response.url == f"{address('changelist')}?state=draft"
    assert acts_since(last) == [("assign", "managing_editor")] * 2
    assert set(Article.objects.values_list("assignee", "priority")) == {(cast.editor.pk, 1)}


def test_what_is_left_empty_for_several_stays_as_each_of_them_has_it(cast):
    due = timezone.localtime() + timedelta(days=2)
    hot, cold = (factories.make_article() for _each in range(2))
    assign(hot, by=cast.managing_editor, assignee=cast.reporter, due_at=due, priority=2)
    client = sign_in(cast.managing_editor)

    def give(**typed: str):
        fields = fields_of(choose(client, "assign_selected", [hot, cold]), "bulk_form")
        return client.post(address("bulk", "assign"), fields | typed)

    def stand() -> list[tuple]:
        rows = Article.objects.filter(pk__in=[hot.pk, cold.pk]).order_by("pk")
        return list(rows.values_list("assignee", "due_at", "priority"))

    give(assignee=f"{cast.editor} (editor)")
    assert stand() == [(cast.editor.pk, due, 2), (cast.editor.pk, None, 0)]
    give(priority="0")
    assert stand() == [(cast.editor.pk, due, 0), (cast.editor.pk, None, 0)]
    later = (due + timedelta(days=1)).replace(hour=17, minute=0, second=0, microsecond=0)
    give(due_at_0=f"{later:%d/%m/%Y}", due_at_1="17:00")
    assert stand() == [(cast.editor.pk, later, 0)] * 2
    last = last_act()
    assert give().context["form"].non_field_errors()
    assert acts_since(last) == []


def test_approving_several_tells_the_result_of_each(cast, article):
    submit(article, by=cast.reporter)
    claim(article, by=cast.editor)
    forward(article, by=cast.editor)
    mine = factories.make_article(section=article.section, by=cast.section_head)
    for act, person in ((submit, cast.section_head), (claim, cast.editor), (forward, cast.editor)):
        act(mine, by=person)
    client, last = sign_in(cast.section_head), last_act()
    asked = choose(client, "approve_article_selected", [article, mine])
    fields = fields_of(asked, "bulk_form")
    # The one that may not be approved is not offered; here it is forged.
    fields |= {"article": [article.pk, mine.pk], f"version-{mine.pk}": mine.version}
    response = client.post(address("bulk", "approve_article"), fields)
    told = [str(message) for message in get_messages(response.wsgi_request)]
    assert len(told) == 2
    assert acts_since(last) == [("approve_article", "section_head")]


@pytest.mark.parametrize("act", ["claim", "assign", "approve_article", "return_article"])
def test_a_bulk_act_is_offered_and_done_only_where_the_role_has_it(cast, article, act):
    client, last = sign_in(cast.reporter), last_act()
    assert f"{act}_selected" not in client.get(address("changelist")).content.decode()
    fields = {"article": article.pk, f"version-{article.pk}": 1, "reason": "Lén", "priority": 0}
    assert client.post(address("bulk", act), fields).status_code == 403
    assert acts_since(last) == []
