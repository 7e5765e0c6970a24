"""The newsroom at work: articles on their way, and what its people are told and see of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from lxml import html

from articles.actions.assigning import assign
from articles.actions.publishing import publish_urgent
from articles.actions.reviewing import approve, claim, forward, return_to_author, submit
from articles.actions.saving import save
from articles.models import Activity, Article, Notice, Section, User
from tests import factories
from tests.cast import Cast
from tests.desk import address, newest, sign_in


@pytest.fixture
def section(cast) -> Section:
    """A section of two approvals, in which the section head acts."""
    section = factories.make_section(steps=2)
    cast.section_head.sections.add(section)
    return section


@pytest.fixture
def article(cast, section) -> Article:
    """An article of the reporter's in that section."""
    return factories.make_article(section=section, by=cast.reporter)


class Newsroom:
    """An article in each place where it may wait, in a section of one approval and in another."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.ours, self.theirs = factories.make_section(steps=1), factories.make_section(steps=1)
        cast.section_head.sections.add(self.ours)
        self.draft = self.make("Nháp")
        self.submitted = self.make("Đã gửi", submit)
        self.edited = self.make("Đang sửa", submit, claim)
        self.forwarded = self.make("Chờ duyệt", submit, claim, forward)
        self.approved = self.make("Đã duyệt", submit, claim, forward)
        approve(self.approved, by=cast.section_head)
        self.returned = self.make("Trả lại", submit)
        return_to_author(self.returned, by=cast.editor, reason="Thiếu nguồn")
        self.foreign = self.make("Ban khác", submit, section=self.theirs)
        self.urgent = self.make("Tin nóng")
        publish_urgent(self.urgent, by=cast.managing_editor, reason="Lũ")
        self.late = self.make("Trễ")
        assign(self.late, by=cast.section_head, assignee=cast.editor)
        # What was due when it was assigned is not any more.
        late = timezone.now() - timedelta(hours=1)
        Article.objects.filter(pk=self.late.pk).update(due_at=late)

    def make(self, title: str, *acts, section=None) -> Article:
        section = section or self.ours
        article = factories.make_article(title=title, section=section, by=self.cast.reporter)
        for act in acts:
            act(article, by=self.cast.reporter if act is submit else self.cast.editor)
        return article


@pytest.fixture
def newsroom(cast) -> Newsroom:
    """An article in each place where one may wait."""
    return Newsroom(cast)


def first_page(client):
    """My desk, in English."""
    with override("en"):
        return client.get(reverse("admin:index"))


def numbers(person) -> dict[str, int]:
    """The title of each list of the person's desk that holds something, and how much."""
    person.desk_language = "en"
    person.save()
    lists = first_page(sign_in(person)).context["desk_lists"]
    return {each.title: each.count for each in lists if each.count}


def reword(article: Article, by: User | None, title: str = "Tít mới") -> Article:
    """Save the article with another title."""
    article.refresh_from_db()
    draft = replace(newest(article), title=title)
    return save(article, draft, by=by, base_version=article.version)


def told(person) -> list[str]:
    """The kinds of a person's notices, the oldest first."""
    return list(
        Notice.objects.filter(recipient=person).order_by("pk").values_list("kind", flat=True)
    )


def last(act: str) -> Activity:
    """The newest record of this act."""
    return Activity.objects.filter(act=act).latest("pk")


def titles(client, query: str) -> set[str]:
    """The headlines in the list of articles that `query` asks for."""
    page = html.fromstring(client.get(f"{address('changelist')}?{query}").content.decode())
    return set(page.xpath("//table[@id='result_list']//a[@class='headline']/text()"))
