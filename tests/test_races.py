"""Several people at once: one wins, the others are told, and nothing is torn."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest
from django.db import connection

from articles.actions.publishing import publish
from articles.actions.refusals import Refused, Stale
from articles.actions.renaming import rename_author, rename_tag
from articles.actions.saving import save
from articles.actions.withdrawing import withdraw
from articles.models import FOREVER, Activity, Article, Tag

from . import factories
from .cast import make_cast
from .desk import address, open_form, send, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

PEOPLE = 8


def at_once(act, people: int = PEOPLE) -> list[object]:
    """Let everybody call `act(number)` at the same moment; what each got, or was refused with."""
    barrier = Barrier(people)

    def one(number: int) -> object:
        try:
            barrier.wait(10)
            return act(number)
        except Refused as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(people) as pool:
        return list(pool.map(one, range(people)))


def test_of_eight_saves_from_one_version_one_is_kept_and_seven_are_told():
    article = factories.make_article()
    draft = article.revisions.get().draft

    def act(number: int) -> Article:
        changed = replace(draft, title=f"Người thứ {number}")
        return save(article, changed, by=None, base_version=article.version)

    results = at_once(act)
    assert sum(isinstance(result, Stale) for result in results) == PEOPLE - 1
    (winner,) = (result for result in results if isinstance(result, Article))
    article.refresh_from_db()
    assert article.title == winner.title
    assert article.revisions.count() == 2
    assert Activity.objects.filter(act="save_article").count() == 1


def test_of_eight_sendings_of_one_new_articles_page_one_makes_it():
    person = make_cast().editor
    typed = open_form(sign_in(person)) | {
        "title": ["Gửi cùng lúc"],
        "section": [str(factories.make_section().pk)],
    }
    clients = [sign_in(person) for _each in range(PEOPLE)]
    answers = at_once(lambda number: send(clients[number], None, typed))
    article = Article.objects.get()
    assert {answer.url for answer in answers} == {address("change", article.pk)}
    assert Activity.objects.filter(act="create_article").count() == 1


def test_forty_publications_at_once_leave_an_unbroken_chain():
    article = factories.make_article()
    at_once(lambda number: [publish(article, by=None) for _ in range(5)])
    rows = list(article.publications.order_by("visible_from"))
    assert len(rows) == 40
    for before, after in itertools.pairwise(rows):
        assert before.visible_until == after.visible_from
    assert rows[-1].visible_until == FOREVER
    assert Activity.objects.filter(act="publish").count() == 40


def test_publishing_and_withdrawing_at_once_end_in_one_of_the_two():
    article = factories.make_published().article

    def act(number: int) -> object:
        if number % 2:
            return publish(article, by=None)
        return withdraw(article, by=None, reason="Thử")

    at_once(act)
    article.refresh_from_db()
    is_open = article.publications.filter(visible_until=FOREVER).count()
    assert (article.state, is_open) in {("published", 1), ("withdrawn", 0)}


def test_a_tag_that_eight_people_type_at_once_is_one_tag():
    section = factories.make_section()
    articles = [factories.make_article(section=section) for _ in range(PEOPLE)]

    def act(number: int) -> Article:
        article = articles[number]
        draft = replace(article.revisions.get().draft, tags=("Nước ngọt", "đê"))
        return save(article, draft, by=None, base_version=article.version)

    assert all(isinstance(result, Article) for result in at_once(act))
    assert Tag.objects.count() == 2


def test_of_eight_things_renamed_alike_at_once_none_fails_and_no_two_share_an_address():
    factories.make_article(tags=tuple(f"từ khóa {number}" for number in range(PEOPLE)))
    tags = list(Tag.objects.all())
    authors = [factories.make_author() for _each in range(PEOPLE)]
    results = at_once(lambda number: rename_tag(tags[number], name="Lũ", by=None))
    assert sum(isinstance(result, Refused) for result in results) == PEOPLE - 1
    results = at_once(lambda number: rename_author(authors[number], name="Minh An", by=None))
    done = [result for result in results if not isinstance(result, Refused)]
    assert done
    assert Activity.objects.filter(act="rename_author").count() == len(done)
