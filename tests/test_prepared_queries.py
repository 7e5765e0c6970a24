"""A prepared query finds what the queryset finds, and its SQL is made once."""

from datetime import timedelta

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from articles.models import PublishedArticle
from newsroom.prepared import prepared
from tests.factories import make_published

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles() -> list[PublishedArticle]:
    return [make_published(title=title) for title in ("Một", "Hai", "Ba")]


@prepared
def by_ids(ids: tuple[int, ...], *, newest_first: bool = False) -> QuerySet:
    rows = PublishedArticle.objects.filter(article_id__in=ids).select_related("section")
    return rows.order_by("-article_id" if newest_first else "article_id")


@prepared
def visible_under(now, title, section) -> QuerySet:
    rows = PublishedArticle.objects.visible(now).filter(title=title)
    return rows if section is None else rows.filter(section=section)


@prepared
def titles(least: int) -> QuerySet:
    rows = PublishedArticle.objects.filter(article_id__gte=least)
    return rows.order_by("article_id").values_list("title", "first_published_at")


def test_it_finds_what_the_queryset_finds_for_other_values_each_time(articles):
    one, two, three = (article.article_id for article in articles)
    assert by_ids((one, two)) == articles[:2]
    assert by_ids((two, three)) == articles[1:]
    assert by_ids((three,)) == articles[2:]
    assert by_ids(()) == []
    assert by_ids((one, two), newest_first=True) == [articles[1], articles[0]]
    assert by_ids((one,))[0].section == articles[0].section


def test_moments_texts_and_what_is_left_out_are_values_too(articles):
    now, article = timezone.now(), articles[1]
    assert visible_under(now, "Hai", None) == [article]
    assert visible_under(now - timedelta(days=1), "Hai", None) == []
    assert visible_under(now, "Hai", article.section_id) == [article]
    assert visible_under(now, "Hai", article.section_id + 1000) == []
    assert visible_under(now, "' OR 1=1 --", None) == []


def test_rows_of_values_come_as_the_database_of_python_has_them(articles):
    found = titles(articles[1].article_id)
    assert found == [(each.title, each.first_published_at) for each in articles[1:]]


def test_each_answer_is_read_anew(articles):
    (before,) = by_ids((articles[0].article_id,))
    PublishedArticle.objects.filter(pk=before.pk).update(title="Khác")
    (after,) = by_ids((articles[0].article_id,))
    assert (before.title, after.title) == ("Một", "Khác")


def test_its_sql_is_made_once_for_each_form_of_the_values():
    built = []

    @prepared
    def counted(ids: tuple[int, ...], least: int | None) -> QuerySet:
        built.append(len(ids))
        return PublishedArticle.objects.filter(pk__in=ids, pk__gte=least or 0)

    for ids, least in (((1, 2), 3), ((4, 5), 6), ((1,), 3), ((2,), 3), ((1, 2), None)):
        counted(ids, least)
    # Twice for each form: Django is asked whether other numbers would make it other SQL.
    assert built == [2, 2, 1, 1, 2, 2]


def test_what_is_no_value_is_refused():
    with pytest.raises(TypeError, match="no value for a prepared query"):
        titles(1.5)


@prepared
def of_revision(number: int) -> QuerySet:
    return PublishedArticle.objects.filter(revision_number=number)


@prepared
def from_revision(number: int) -> QuerySet:
    return PublishedArticle.objects.filter(revision_number__lte=number)


@prepared
def of_revision_before(number: int, last: int | None) -> QuerySet:
    rows = PublishedArticle.objects.filter(revision_number=number)
    return rows if last is None else rows.filter(pk__lt=last)


@prepared
def from_both(number: int) -> QuerySet:
    return PublishedArticle.objects.filter(article_id__gte=number, revision_number__lte=number)


@prepared
def all_of_them(_title: str) -> QuerySet:
    return PublishedArticle.objects.all()


def test_a_value_that_the_sql_has_no_place_for_is_refused(articles):
    with pytest.raises(ValueError, match="all_of_them"):
        all_of_them("Một")


@pytest.mark.parametrize(
    ("query", "others", "finds_all"),
    [
        (of_revision, (), True),
        (from_revision, (), True),
        # Beside a value that is left out, which may empty a query as well.
        (of_revision_before, (None,), True),
        # The other column keeps a place for the same value.
        (from_both, (), False),
    ],
)
def test_a_number_for_a_column_of_fewer_bits_never_loses_its_condition(
    articles, query, others, finds_all
):
    value = articles[0].revision_number if finds_all else 0
    if connection.vendor == "sqlite":  # all its columns hold 64 bits
        assert query(value, *others) == (articles if finds_all else [])
    else:
        with pytest.raises(ValueError, match=f"64 bits: {query.__name__}$"):
            query(value, *others)
