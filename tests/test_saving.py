"""Saving a working copy: whole, versioned, refused rather than lost."""

from dataclasses import replace

import pytest

from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.saving import create, restore, save
from articles.draft import Draft, DraftByline
from articles.models import Activity, Article, PublishedArticle, Tag

from . import factories

pytestmark = pytest.mark.django_db


def newest(article: Article) -> Draft:
    return article.revisions.order_by("-number").first().draft


def test_creating_writes_the_article_its_first_revision_and_one_activity(cast):
    draft = factories.make_draft()
    article = create(draft, by=cast.reporter)
    assert article.created_by == cast.reporter
    assert newest(article) == draft
    (activity,) = Activity.objects.filter(target_type="article")
    assert (activity.act, activity.actor) == ("create_article", cast.reporter)


def test_new_ids_leave_room_for_an_archive():
    assert factories.make_article().pk >= 1_000_000
    assert create(factories.make_draft(), by=None, article_id=538828).pk == 538828


def test_an_id_that_is_taken_is_refused():
    taken = factories.make_article(title="Bài cũ")
    with pytest.raises(Refused):
        create(factories.make_draft(), by=None, article_id=taken.pk)
    assert Article.objects.get(pk=taken.pk).title == "Bài cũ"


def test_a_row_in_hand_knows_the_text_that_was_saved_with_it_and_no_later_one():
    article = factories.make_article(title="Tít đầu")
    opened = Article.objects.get(pk=article.pk)
    assert opened.draft.title == "Tít đầu"
    saved = save(opened, replace(opened.draft, title="Tít sau"), by=None, base_version=1)
    assert saved.draft.title == "Tít sau"
    assert opened.draft.title == "Tít đầu"
    opened.refresh_from_db()
    assert opened.draft.title == "Tít sau"


def test_everything_typed_comes_back_from_the_revision():
    section, other = factories.make_section(), factories.make_section()
    author = factories.make_author()
    draft = Draft(
        title="Tựa",
        section=section.pk,
        sapo="Sapo",
        body="<p>Thân <strong>bài</strong></p>",
        kind="feature",
        kicker="Phóng sự",
        also_in=(other.pk,),
        bylines=(DraftByline(author.pk, author.name, role="Ảnh", separator=" - "),),
        tags=("Đà Nẵng", "nước ngọt"),
        dateline=factories.datetime.fromisoformat("2024-05-19T07:06:00+07:00"),
        dateline_has_time=False,
        copyright_notice="Của tòa soạn.",
    )
    article = create(draft, by=None)
    article.refresh_from_db()
    assert newest(article) == draft
    assert list(article.also_in.all()) == [other]
    assert sorted(article.tags.names()) == sorted(draft.tags)


def test_a_stale_save_is_refused_and_changes_nothing(cast):
    article = factories.make_article(title="Bản đầu")
    version = article.version
    section = article.section
    save(
        article,
        factories.make_draft(title="Người thứ nhất", section=section),
        by=cast.editor,
        base_version=version,
    )
    with pytest.raises(Stale) as refused:
        save(
            article,
            factories.make_draft(title="Người thứ hai", section=section),
            by=cast.section_head,
            base_version=version,
        )
    article.refresh_from_db()
    assert refused.value.current_version == article.version
    assert article.title == "Người thứ nhất"


def test_saving_without_a_change_writes_nothing(cast):
    article = factories.make_article()
    before = Activity.objects.count()
    again = save(article, newest(article), by=cast.editor, base_version=article.version)
    assert (again.version, again.revisions.count()) == (article.version, 1)
    assert Activity.objects.count() == before


def test_a_reporter_saves_what_they_created_or_sign_and_nothing_else(cast):
    own = create(factories.make_draft(), by=cast.reporter)
    signed = factories.make_article(authors=[factories.make_author(user=cast.reporter)])
    other = factories.make_article()
    for article in (own, signed):
        draft = replace(newest(article), title="Đã sửa")
        save(article, draft, by=cast.reporter, base_version=article.version)
    with pytest.raises(NotPermitted):
        save(
            other,
            replace(newest(other), title="Đã sửa"),
            by=cast.reporter,
            base_version=other.version,
        )
    other.refresh_from_db()
    assert other.title != "Đã sửa"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": " \u200b\u00a0 "}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"body": "x" * 500_001}, "body"),
        ({"kind": "no-such"}, "kind"),
        ({"section": 10**9}, "section"),
        ({"body": '<figure data-image="999"></figure>'}, "body"),
        ({"bylines": (DraftByline(999, "Không ai"),)}, "bylines"),
    ],
)
def test_a_draft_that_is_not_whole_is_refused_by_field(fields, field):
    with pytest.raises(Refused) as refused:
        create(factories.make_draft(**fields), by=None)
    assert refused.value.field == field
    assert not Article.objects.exists()


def test_a_title_of_one_letter_and_of_three_hundred_is_kept():
    assert factories.make_article(title="Ồ").title == "Ồ"
    assert factories.make_article(title="ừ" * 300).title == "ừ" * 300


def test_text_is_stored_composed_and_sanitised():
    article = factories.make_article(
        title="Tie\u0302\u0301ng Vie\u0323\u0302t", body="<p>a<script>b()</script></p>"
    )
    assert article.title == "Tiếng Việt"
    assert article.body == "<p>a</p>"


def test_spellings_of_one_tag_are_one_tag():
    article = factories.make_article(tags=("Đà Nẵng", "đà nẵng", "Đa\u0300 Na\u0306\u0303ng"))
    assert list(article.tags.names()) == ["Đà Nẵng"]
    assert Tag.objects.get().slug == "da-nang"


def test_tags_that_differ_by_an_accent_are_different_tags_with_different_addresses():
    factories.make_article(tags=("dân", "dàn"))
    assert sorted(Tag.objects.values_list("slug", flat=True)) == ["dan", "dan-1"]


def test_restoring_makes_the_old_text_a_new_revision(cast):
    article = factories.make_article(title="Bản đầu")
    first = newest(article)
    article = save(article, replace(first, title="Bản sau"), by=None, base_version=article.version)
    article = restore(article, 1, by=cast.editor, base_version=article.version)
    assert newest(article) == first
    assert article.revisions.get(number=3).restored_from == 1
    activity = Activity.objects.filter(act="restore_revision").get()
    assert activity.data == {"revision": 3, "restored": 1}


def test_restoring_a_revision_that_is_not_there_is_refused(cast):
    article = factories.make_article()
    with pytest.raises(Refused):
        restore(article, 7, by=cast.editor, base_version=article.version)


def test_a_reporter_may_not_restore(cast):
    article = create(factories.make_draft(), by=cast.reporter)
    with pytest.raises(NotPermitted):
        restore(article, 1, by=cast.reporter, base_version=article.version)


def test_saving_never_touches_what_readers_see(cast):
    row = factories.make_published(title="Bản đang đọc")
    article = row.article
    article.refresh_from_db()
    save(
        article,
        replace(newest(article), title="Bản nháp mới"),
        by=cast.editor,
        base_version=article.version,
    )
    assert PublishedArticle.objects.visible().get().title == "Bản đang đọc"


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"kicker": "x" * 81}, "kicker"),
        ({"tags": ("x" * 101,)}, "tags"),
        ({"copyright_notice": "x" * 501}, "copyright_notice"),
        ({"body": f'<figure data-image="1" data-alt="{"x" * 301}"></figure>'}, "body"),
    ],
)
def test_what_is_too_long_is_refused_and_never_cut_off(fields, field):
    image = factories.make_image()
    if "body" in fields:
        fields = {"body": fields["body"].replace('"1"', f'"{image.pk}"')}
    with pytest.raises(Refused) as refused:
        create(factories.make_draft(**fields), by=None)
    assert refused.value.field == field


@pytest.mark.parametrize(("role", "separator"), [("x" * 61, ""), ("", "x" * 21)])
def test_a_byline_that_is_too_long_is_refused(role, separator):
    author = factories.make_author()
    byline = DraftByline(author.pk, author.name, role, separator)
    with pytest.raises(Refused) as refused:
        create(factories.make_draft(bylines=(byline,)), by=None)
    assert refused.value.field == "bylines"
