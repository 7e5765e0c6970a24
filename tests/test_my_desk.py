"""My desk: what waits for each role, in numbers that lead to the lists behind them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.actions.assigning import assign
from articles.actions.publishing import publish
from articles.actions.reviewing import claim, forward, return_to_author, submit
from articles.actions.saving import save
from articles.models import Article, Notice
from articles.structure import Role
from tests import factories
from tests.cast import make_person
from tests.comment_factories import make_waiting
from tests.desk import address, newest, sign_in, text_of
from tests.newsroom import first_page, numbers, titles

pytestmark = pytest.mark.django_db


def test_a_reporter_sees_what_came_back_and_where_the_rest_is(cast, newsroom):
    assert numbers(cast.reporter) == {"Returned to me": 1, "Mine, on the way": 5, "My drafts": 2}


def test_an_editor_sees_what_waits_to_be_edited_and_what_is_theirs(cast, newsroom):
    assert numbers(cast.editor) == {
        "Late": 1,
        "Given to me": 1,
        "I am editing": 1,
        "Waiting to be edited": 2,
        "My drafts": 1,
    }


def test_a_reporter_finds_what_they_were_given_and_what_came_back_of_it(cast, newsroom):
    writer = make_person("cây bút", Role.REPORTER)
    article = factories.make_article(section=newsroom.ours, by=cast.managing_editor)
    assign(article, by=cast.managing_editor, assignee=writer)
    assert numbers(writer) == {"Given to me": 1, "My drafts": 1}
    submit(article, by=writer)
    assert numbers(writer) == {"Given to me": 1, "Mine, on the way": 1}
    return_to_author(article, by=cast.editor, reason="Thiếu ảnh")
    assert numbers(writer) == {"Returned to me": 1, "Given to me": 1}
    assert "Thiếu ảnh" in text_of(first_page(sign_in(writer)))


def test_a_section_head_sees_their_sections_alone(cast, newsroom):
    assert numbers(cast.section_head) == {
        "Late": 1,
        "Waiting to be edited": 1,
        "Waiting for approval": 1,
        "Approved, to be published": 1,
        "Urgent news, to be checked": 1,
    }


def test_those_who_look_after_the_paper_see_all_of_it_and_the_comments(cast, newsroom):
    make_waiting(factories.make_published())
    assert numbers(cast.managing_editor) == {
        "Late": 1,
        "Waiting to be edited": 2,
        "Waiting for approval": 1,
        "Approved, to be published": 1,
        "Urgent news, to be checked": 1,
        "Comments that wait": 1,
    }


@pytest.mark.parametrize(
    "role", [Role.REPORTER, Role.EDITOR, Role.SECTION_HEAD, Role.EDITOR_IN_CHIEF]
)
def test_each_number_is_that_of_the_list_it_leads_to(cast, newsroom, role):
    soon = timezone.now() + timedelta(seconds=20)
    if timezone.localtime(soon).date() == timezone.localtime().date():
        factories.make_published(at=soon, section=newsroom.ours)
    client = sign_in(cast.of(role))
    lists = first_page(client).context["desk_lists"]
    assert any(each.count for each in lists)
    for each in lists:
        page = html.fromstring(client.get(each.url).content.decode())
        found = page.xpath("//table[@id='result_list']//a[@class='headline']")
        if each.count is not None and "/article/" in each.url:
            assert len(found) == each.count, each.title


def test_what_readers_have_in_an_older_revision_is_shown_to_those_who_publish(cast, newsroom):
    live = factories.make_published(section=newsroom.ours).article
    draft = replace(newest(live), title="Bản mới hơn")
    save(live, draft, by=None, base_version=live.version)
    assert "Bản mới hơn" in text_of(first_page(sign_in(cast.section_head)))
    assert "Bản mới hơn" not in text_of(first_page(sign_in(cast.editor)))


def test_the_list_of_what_differs_holds_what_the_desk_tells_of_and_no_other_section(cast, newsroom):
    for title, section in (("Ban ta", newsroom.ours), ("Ban bạn", newsroom.theirs)):
        live = factories.make_published(section=section).article
        draft = replace(newest(live), title=title)
        save(live, draft, by=None, base_version=live.version)
    for person, found in (
        (cast.section_head, {"Ban ta"}),
        (cast.managing_editor, {"Ban ta", "Ban bạn"}),
    ):
        client = sign_in(person)
        (way,) = [
            each.url
            for each in first_page(client).context["desk_lists"]
            if "readers=differs" in each.url
        ]
        assert titles(client, way.partition("?")[2]) == found


def test_the_first_page_costs_the_same_however_much_waits(cast, newsroom):
    def cost() -> int:
        client = sign_in(cast.managing_editor)
        first_page(client)
        with CaptureQueriesContext(connection) as captured:
            first_page(client)
        return len(captured)

    few = cost()
    for number in range(12):
        newsroom.make(f"Thêm {number}", submit)
        newsroom.make(f"Thêm nữa {number}", submit, claim, forward)
    assert cost() == few <= 32


# --- Notices --------------------------------------------------------------------------------------


def test_an_author_reads_why_their_article_came_back(cast, newsroom):
    client = sign_in(cast.reporter)
    assert "Thiếu nguồn" in text_of(first_page(client))
    assert "Thiếu nguồn" in text_of(client.get(reverse("admin:notices")))
    assert client.post(reverse("admin:notices")).url == reverse("admin:index")
    assert first_page(client).context["notice_count"] == 0
    assert "Thiếu nguồn" in text_of(client.get(reverse("admin:notices")))


def test_nobody_reads_or_settles_anothers_notices(cast, newsroom):
    before = Notice.objects.filter(recipient=cast.reporter, read_at=None).count()
    for person in (cast.picture_editor, cast.stranger, None):
        client = sign_in(person)
        assert "Thiếu nguồn" not in client.get(reverse("admin:notices")).content.decode()
        client.post(reverse("admin:notices"))
    assert Notice.objects.filter(recipient=cast.reporter, read_at=None).count() == before


def test_what_waited_is_no_longer_told_once_somebody_has_seen_to_it(cast, newsroom):
    waiting = Notice.objects.filter(recipient=cast.section_head, kind="waits", read_at=None)
    assert {notice.article_id for notice in waiting} == {
        newsroom.submitted.pk,
        newsroom.forwarded.pk,
    }


def test_notices_go_out_as_letters_once_where_the_newsroom_wants_them(cast, settings):
    article = factories.make_article(by=cast.reporter, title="Bài “gấp”")
    assign(article, by=cast.editor_in_chief, assignee=cast.editor)
    call_command("tick", verbosity=0)
    assert mail.outbox == []
    settings.NOTICES_BY_MAIL = True
    for person in (cast.reporter, cast.editor):
        person.email = f"{person.username}@example.com"
        person.save()
    submit(article, by=cast.reporter)
    return_to_author(article, by=cast.editor, reason="Cần <hai> nguồn & số liệu")
    for _twice in range(2):
        call_command("tick", verbosity=0)
    (letter,) = mail.outbox
    assert letter.to == ["reporter@example.com"]
    assert "Bài “gấp”" in letter.subject
    assert "Cần <hai> nguồn & số liệu" in letter.body
    assert f"{settings.SITE_URL}{address('change', article.pk)}" in letter.body


def test_a_mail_server_that_fails_is_asked_again(cast, settings):
    settings.NOTICES_BY_MAIL = True
    cast.editor.email = "bientap@example.com"
    cast.editor.save()
    article = factories.make_article()
    assign(article, by=cast.editor_in_chief, assignee=cast.editor)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    call_command("tick", verbosity=0)
    assert Notice.objects.get().to_mail
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    call_command("tick", verbosity=0)
    assert len(mail.outbox) == 1


# --- The list -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=waiting", {"Đã gửi", "Đang sửa", "Chờ duyệt", "Đã duyệt", "Ban khác"}),
        ("state=returned", {"Trả lại"}),
        ("approval=missing", {"Chờ duyệt"}),
        ("approval=complete", {"Đã duyệt"}),
        ("approval=afterwards", {"Tin nóng"}),
        ("due=late", {"Trễ"}),
        ("due=today", set()),
        ("whose=editing", {"Đang sửa"}),
        ("whose=assigned", {"Trễ"}),
        ("assignee=editor", {"Trễ"}),
        ("assignee=nobody-at-all", set()),
        ("author=kh%C3%B4ng+c%C3%B3", set()),
        ("readers=live", {"Tin nóng"}),
        ("state=waiting&approval=missing&whose=editing", set()),
    ],
)
def test_articles_are_found_by_where_and_with_whom_they_wait(cast, newsroom, query, found):
    assert titles(sign_in(cast.editor), query) == found


def test_a_byline_is_filtered_by_its_name_and_the_other_filters_stay(cast, newsroom):
    author = factories.make_author("Hải Miên")
    factories.make_article(title="Của Hải Miên", authors=[author])
    client = sign_in(cast.editor)
    assert titles(client, "author=Hải+Miên") == {"Của Hải Miên"}
    page = client.get(f"{address('changelist')}?state=draft&author=Hải+Miên")
    (form,) = html.fromstring(page.content.decode()).xpath(
        "//form[@class='name-filter'][.//input[@name='author'][@type='text']]"
    )
    assert dict(form.form_values()) == {"state": "draft", "author": "Hải Miên"}


def test_the_list_says_with_whom_an_article_is_and_that_it_is_late(cast, newsroom):
    page = text_of(sign_in(cast.editor).get(f"{address('changelist')}?whose=assigned"))
    assert str(cast.editor) in page
    assert f"{timezone.localtime(Article.objects.get(title='Trễ').due_at):%d/%m/%Y - %H:%M}" in page


def test_a_newer_working_copy_is_marked_while_an_older_one_is_scheduled(cast, newsroom):
    article = newsroom.approved
    publish(article, by=cast.section_head, at=timezone.now() + timedelta(hours=30))
    article.refresh_from_db()
    draft = replace(newest(article), title="Mới hơn")
    save(article, draft, by=cast.section_head, base_version=article.version)
    page = html.fromstring(
        sign_in(cast.section_head).get(address("change", article.pk)).content.decode()
    )
    assert page.xpath("//*[@data-mark='newer']")
    assert page.xpath("//*[@data-mark='approvals']")
