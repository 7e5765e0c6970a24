"""Renaming, moving and merging: old addresses lead on, printed bylines stay."""

from functools import partial

import pytest

from articles.actions.merging import merge_authors, merge_tags
from articles.actions.publishing import publish
from articles.actions.refusals import Refused, Stale
from articles.actions.renaming import move_section, rename_author, rename_section, rename_tag
from articles.actions.saving import restore, save
from articles.models import Activity, Listing, PublishedArticle, PublishedByline, Redirect, Tag

from . import factories

pytestmark = pytest.mark.django_db


def leads(path: str) -> str | None:
    row = Redirect.objects.filter(old_path=path).first()
    return row and row.target


def listed(section) -> set[int]:
    return set(
        Listing.objects.visible().filter(section=section).values_list("article_id", flat=True)
    )


def test_a_renamed_section_leaves_redirects_for_itself_and_below():
    parent = factories.make_section("Đời sống", slug="doi-song")
    factories.make_section("Giáo dục", slug="giao-duc", parent=parent)
    rename_section(parent, name="Xã hội", slug="xa-hoi", by=None)
    assert leads("/doi-song/") == "/xa-hoi/"
    assert leads("/doi-song/giao-duc/") == "/xa-hoi/giao-duc/"


def test_a_renamed_section_leaves_redirects_for_its_feed_and_those_below():
    parent = factories.make_section("Đời sống", slug="doi-song")
    factories.make_section("Giáo dục", slug="giao-duc", parent=parent)
    rename_section(parent, name="Xã hội", slug="xa-hoi", by=None)
    assert leads("/rss/doi-song.rss") == "/rss/xa-hoi.rss"
    assert leads("/rss/doi-song/giao-duc.rss") == "/rss/xa-hoi/giao-duc.rss"


def test_a_moved_section_leaves_redirects_for_its_page_and_its_feed():
    parent = factories.make_section(slug="cha")
    section = factories.make_section(slug="muc")
    move_section(section, parent=parent, by=None)
    assert leads("/muc/") == "/cha/muc/"
    assert leads("/rss/muc.rss") == "/rss/cha/muc.rss"
    move_section(section, parent=None, by=None)
    assert leads("/cha/muc/") == "/muc/"
    assert leads("/rss/cha/muc.rss") == "/rss/muc.rss"
    assert leads("/rss/muc.rss") is None


def test_two_renamings_lead_straight_to_the_last_and_back_again_leads_nowhere():
    section = factories.make_section("A", slug="muc-a")
    rename_section(section, name="B", slug="muc-b", by=None)
    rename_section(section, name="C", slug="muc-c", by=None)
    assert (leads("/muc-a/"), leads("/muc-b/")) == ("/muc-c/", "/muc-c/")
    rename_section(section, name="A", slug="muc-a", by=None)
    assert leads("/muc-a/") is None
    assert leads("/muc-b/") == "/muc-a/"


@pytest.mark.parametrize("slug", ["toa-soan", "tim-kiem", "2024", "Có-Dấu", "a--b", ""])
def test_an_address_that_cannot_be_is_refused(slug):
    section = factories.make_section(slug="muc")
    with pytest.raises(Refused) as refused:
        rename_section(section, name="Mục", slug=slug, by=None)
    assert refused.value.field == "slug"
    assert not Redirect.objects.exists()


def test_an_address_that_is_taken_is_refused():
    factories.make_section(slug="muc-a")
    section = factories.make_section(slug="muc-b")
    with pytest.raises(Refused):
        rename_section(section, name="Mục", slug="muc-a", by=None)


def test_a_stale_renaming_is_refused():
    section = factories.make_section(slug="muc-a")
    rename_section(section, name="B", slug="muc-b", by=None, base_version=section.version)
    with pytest.raises(Stale):
        rename_section(section, name="C", slug="muc-c", by=None, base_version=section.version)


def test_a_moved_section_takes_its_articles_to_the_new_parents_list():
    old, new = factories.make_section(), factories.make_section()
    section = factories.make_section(parent=old)
    article = factories.make_published(section=section).article
    assert listed(old) == {article.pk}
    move_section(section, parent=new, by=None)
    assert (listed(old), listed(new), listed(section)) == (set(), {article.pk}, {article.pk})


def test_an_article_listed_in_the_old_parent_by_choice_stays_there():
    old, new = factories.make_section(), factories.make_section()
    section = factories.make_section(parent=old)
    article = factories.make_published(section=section, also_in=(old.pk,)).article
    move_section(section, parent=new, by=None)
    assert listed(old) == {article.pk}


def test_a_section_with_subsections_cannot_become_a_subsection():
    parent, other = factories.make_section(), factories.make_section()
    factories.make_section(parent=parent)
    with pytest.raises(Refused):
        move_section(parent, parent=other, by=None)


def test_a_renamed_author_keeps_the_printed_bylines_and_the_old_address():
    author = factories.make_author("Minh An")
    row = factories.make_published(authors=[author])
    rename_author(author, name="Bình An", by=None)
    assert row.bylines.get().name == "Minh An"
    assert leads("/tac-gia/minh-an/") == "/tac-gia/binh-an/"


def test_a_renamed_tag_is_found_by_its_new_spelling():
    factories.make_published(tags=("Đà Nẵng",))
    tag = Tag.objects.get()
    rename_tag(tag, name="Thành phố Đà Nẵng", by=None)
    article = factories.make_article(tags=("thành phố đà nẵng",))
    assert article.tags.get().pk == tag.pk
    assert leads("/tu-khoa/da-nang/") == "/tu-khoa/thanh-pho-da-nang/"


def test_a_tag_cannot_take_the_name_of_another():
    factories.make_article(tags=("lũ", "lụt"))
    with pytest.raises(Refused):
        rename_tag(Tag.objects.get(name="lũ"), name="Lụt", by=None)


def test_merged_tags_are_one_everywhere_and_the_old_spelling_finds_it():
    both = factories.make_published(tags=("lũ", "lụt"))
    one = factories.make_published(tags=("lũ",))
    lesser, into = Tag.objects.get(name="lũ"), Tag.objects.get(name="lụt")
    merge_tags(lesser, into, by=None)
    for row in (both, one):
        assert [entry.tag for entry in row.tags.all()] == [into]
        assert list(row.article.tags.all()) == [into]
    assert leads("/tu-khoa/lu/") == "/tu-khoa/lut/"
    assert factories.make_article(tags=("Lũ",)).tags.get() == into
    assert Activity.objects.filter(act="merge_tags").count() == 1


def test_merged_authors_sign_together_and_an_old_revision_can_still_be_restored():
    lesser, into = factories.make_author("M. An"), factories.make_author("Minh An")
    row = factories.make_published(authors=[lesser])
    article = row.article
    article.refresh_from_db()
    article = save(
        article,
        factories.make_draft(section=article.section),
        by=None,
        base_version=article.version,
    )
    merge_authors(lesser, into, by=None)
    byline = PublishedByline.objects.get()
    assert (byline.author, byline.name) == (into, "M. An")
    article = restore(article, 1, by=None, base_version=article.version)
    assert article.bylines.get().author == into


def test_an_article_saved_before_a_merge_is_published_under_the_remaining_author():
    lesser, into = factories.make_author("M. An"), factories.make_author("Minh An")
    article = factories.make_article(authors=[lesser])
    merge_authors(lesser, into, by=None)
    publish(article, by=None)
    assert PublishedArticle.objects.visible().get().bylines.get().author == into


def test_a_thing_is_not_merged_into_itself_nor_twice():
    lesser, into = factories.make_author(), factories.make_author()
    with pytest.raises(Refused):
        merge_authors(lesser, lesser, by=None)
    merge_authors(lesser, into, by=None)
    with pytest.raises(Refused):
        merge_authors(lesser, into, by=None)
    with pytest.raises(Refused):
        merge_authors(into, lesser, by=None)


@pytest.mark.parametrize("name", ["", "x" * 101, "lũ, lụt"])
def test_a_name_that_a_tag_cannot_have_is_refused(name):
    factories.make_article(tags=("lũ",))
    with pytest.raises(Refused):
        rename_tag(Tag.objects.get(), name=name, by=None)
    assert Tag.objects.get().name == "lũ"


def renamings():
    """A row of each kind, with its renaming."""
    factories.make_article(tags=("lũ",))
    return [
        (factories.make_section(), partial(rename_section, slug="muc-moi", by=None)),
        (factories.make_author(), partial(rename_author, by=None)),
        (Tag.objects.get(), partial(rename_tag, by=None)),
    ]


def test_a_second_person_does_not_rename_over_the_first_in_silence():
    for row, rename in renamings():
        seen = row.version
        rename(row, name="Tên một", base_version=seen)
        with pytest.raises(Stale):
            rename(row, name="Tên hai", base_version=seen)
        row.refresh_from_db()
        assert (row.name, row.version) == ("Tên một", seen + 1)


def test_renaming_to_the_present_name_writes_nothing():
    for row, rename in renamings():
        version = rename(row, name="Tên một").version
        before = Activity.objects.count()
        assert rename(row, name="Tên một").version == version
        assert Activity.objects.count() == before


def test_what_is_merged_is_not_renamed_and_its_address_leads_to_the_other():
    factories.make_article(tags=("lũ", "lụt"))
    tags = Tag.objects.get(name="lũ"), Tag.objects.get(name="lụt")
    authors = factories.make_author("M. An"), factories.make_author("Minh An")
    for pair, merge, rename in (
        (tags, merge_tags, rename_tag),
        (authors, merge_authors, rename_author),
    ):
        lesser, into = pair
        merge(lesser, into, by=None)
        with pytest.raises(Refused):
            rename(lesser, name="Tên khác", by=None)
        assert leads(lesser.get_absolute_url()) == into.get_absolute_url()
