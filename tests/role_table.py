"""Who may do what, written by hand from what a newsroom expects, and how each act is tried.

tests/test_roles.py tries every cell of it; nothing here is read from articles/structure.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.actions.binning import bin_article
from articles.actions.correcting import write_correction
from articles.actions.noting import write_note
from articles.actions.placing import place
from articles.actions.previewing import create_preview_link
from articles.actions.publishing import publish
from articles.actions.reviewing import claim, forward, submit
from articles.actions.saving import create, save
from articles.actions.taking_down import take_down
from articles.comments.models import Comment
from articles.models import Article, Author, Correction, Image, Masthead, PaperPage, Section, Tag
from articles.structure import Role

from . import factories
from .cast import Cast, make_cast
from .comment_factories import make_waiting

R = Role
WRITERS = {R.REPORTER, R.EDITOR, R.SECTION_HEAD, R.MANAGING_EDITOR, R.EDITOR_IN_CHIEF}
EDITORS = WRITERS - {R.REPORTER}
HEADS = EDITORS - {R.EDITOR}
MANAGERS = {R.MANAGING_EDITOR, R.EDITOR_IN_CHIEF}
ELSEWHERE = EDITORS - {R.SECTION_HEAD}


@dataclass
class World:
    """What there is to act on. The section head acts in `ours`; the reporter created `own`.

    `weighed` and `foreign_weighed` are in sections that ask for an approval; the section head acts
    in the first.
    """

    cast: Cast
    ours: Section
    theirs: Section
    own: Article
    article: Article
    foreign: Article
    weighed: Article
    foreign_weighed: Article


def make_world() -> World:
    cast = make_cast()
    ours, theirs = factories.make_section(), factories.make_section()
    weighing, theirs_weighing = factories.make_section(steps=1), factories.make_section(steps=1)
    cast.section_head.sections.add(ours, weighing)
    return World(
        cast=cast,
        ours=ours,
        theirs=theirs,
        own=create(factories.make_draft(section=ours), by=cast.reporter),
        article=factories.make_article(section=ours),
        foreign=factories.make_article(section=theirs),
        weighed=factories.make_article(section=weighing),
        foreign_weighed=factories.make_article(section=theirs_weighing),
    )


def url(model: type, verb: str, pk: int | None = None) -> str:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}_{verb}"
    return reverse(name, args=[] if pk is None else [pk])


def article_fields(article: Article | None, section: Section) -> dict[str, object]:
    return {
        "title": "Tựa do người thử gõ",
        "sapo": "Sapo",
        "body": "<p>Thân</p>",
        "kind": "news",
        "section": section.pk,
        "dateline_has_time": "on",
        "version": article.version if article else 0,
        "_save": "1",
    }


def save_article(article: Article) -> tuple[str, dict]:
    return url(Article, "change", article.pk), article_fields(article, article.section)


def verb(name: str, article: Article, /, **fields: object) -> tuple[str, dict]:
    article.refresh_from_db()
    return url(Article, name, article.pk), {"version": article.version, **fields}


def scheduled(article: Article) -> tuple[str, dict]:
    row = publish(article, by=None, at=timezone.now() + timedelta(hours=1))
    return verb("cancel", article, publication=row.pk)


def published(article: Article) -> tuple[str, dict]:
    publish(article, by=None)
    return verb("withdraw", article, reason="Thử")


def fixable(article: Article) -> tuple[str, dict]:
    row = publish(article, by=None)
    return verb("quick-fix", article, passage=row.title, words="Tựa đã chữa")


def binned(article: Article) -> tuple[str, dict]:
    bin_article(article, by=None)
    return verb("unbin", article)


NAME = {"number": 1, "name": "Trước khi cắt"}
WORDS = {"heading": "Số nhà bị ngập", "wrong": "Đã in 120 nhà.", "right": "Đúng là 102 nhà."}


def correctable(article: Article) -> tuple[str, dict]:
    publish(article, by=None)
    return verb("correct", article, **WORDS)


def takeable() -> tuple[str, dict]:
    image = factories.make_image()
    return url(Image, "take-down", image.pk), {"version": image.version, "reason": "Bản quyền"}


def taken_down() -> tuple[str, dict]:
    image = take_down(factories.make_image(), by=None, reason="Bản quyền")
    return url(Image, "put-back", image.pk), {"version": image.version, "reason": "Nhầm"}


def correcting(article: Article, decision: str, **fields: object) -> tuple[str, dict]:
    publish(article, by=None)
    correction = write_correction(article, by=None, **WORDS)
    return url(Correction, decision, correction.pk), {"version": 0, **fields}


def soon(article: Article) -> tuple[str, dict]:
    at = timezone.localtime() + timedelta(days=1)
    fields = {"at_0": f"{at:%d/%m/%Y}", "at_1": "06:00"}
    return verb("schedule", article, **fields)


def restorable(article: Article) -> tuple[str, dict]:
    save(article, factories.make_draft(section=article.section), by=None, base_version=1)
    return verb("restore", article, number=1)


def submitted(article: Article) -> Article:
    return submit(article, by=None)


def edited(article: Article) -> Article:
    """Being edited, by nobody in particular."""
    return claim(submitted(article), by=None)


def forwarded(article: Article) -> Article:
    return forward(edited(article), by=None)


def noted(article: Article) -> tuple[str, dict]:
    note = write_note(article, "Hỏi lại số liệu.", by=None)
    return verb("settle", article, settled=note.pk)


def linked(article: Article) -> tuple[str, dict]:
    link = create_preview_link(article, by=None, days=3)
    return verb("revoke-link", article, link=link.pk)


def record(row, **fields: object) -> tuple[str, dict]:
    return url(type(row), "change", row.pk), {"version": row.version, "_save": "1", **fields}


def tag(name: str) -> Tag:
    factories.make_article(tags=(name,))
    return Tag.objects.get(name=name)


def image_fields(world: World) -> tuple[str, dict]:
    image = factories.make_image()
    return record(image, alt="Mô tả mới", caption="", credit="")


def author_fields(world: World) -> tuple[str, dict]:
    author = factories.make_author()
    return record(author, role="Phóng viên ảnh", biography="", portrait="", user="")


def masthead_fields(world: World) -> tuple[str, dict]:
    Masthead.objects.get_or_create(pk=1, defaults={"name": "Báo thử"})
    return record(Masthead.objects.get(), name="Báo khác")


def page_fields(world: World) -> tuple[str, dict]:
    return record(PaperPage.at("lien-he"), title="Gặp tòa soạn", description="", body="<p>Gọi.</p>")


def person_fields(world: World) -> tuple[str, dict]:
    fields = {"username": "stranger", "first_name": "Lạ", "desk_language": "vi", "is_active": "on"}
    return record(world.cast.stranger, **fields)


def section_fields(world: World) -> tuple[str, dict]:
    return record(world.ours, position=7, approval_steps=3)


def placement_fields(world: World) -> tuple[str, dict]:
    publish(world.article, by=None)
    address = reverse("admin:articles_placement_place", args=["noi-bat"])
    return address, {"article": world.article.pk, "version": 0}


def undoing(world: World) -> tuple[str, dict]:
    place(factories.make_published().article, "noi-bat", by=None)
    return reverse("admin:articles_placement_undo", args=["noi-bat"]), {"version": 1}


def replacing(verb: str, **fields: object) -> tuple[str, dict]:
    place(factories.make_published().article, "noi-bat", by=None)
    second = place(factories.make_published().article, "noi-bat", by=None)
    address = reverse(f"admin:articles_placement_{verb}", args=[second.pk])
    return address, {"version": 2, **fields}


def comment_fields(world: World, decision: str) -> tuple[str, dict]:
    row = factories.make_published()
    comment = make_waiting(row)
    fields = {"version": comment.version, "reason": "spam", "note": ""}
    return url(Comment, decision, comment.pk), fields


def merging(model: type, lesser: object, into: object) -> tuple[str, dict]:
    return url(model, "merge", lesser.pk), {"into": into.name, "version": lesser.version}


def rename(row, **fields: object) -> tuple[str, dict]:
    return url(type(row), "rename", row.pk), {"version": row.version, **fields}


# (name, act, who may, how it is tried)
CELLS: list[tuple[str, str, set[Role], Callable[[World], tuple[str, dict]]]] = [
    (
        "create",
        "create_article",
        WRITERS,
        lambda w: (url(Article, "add"), article_fields(None, w.ours)),
    ),
    ("save own", "save_article", WRITERS, lambda w: save_article(w.own)),
    ("save another's", "save_article", EDITORS, lambda w: save_article(w.article)),
    ("restore", "restore_revision", EDITORS, lambda w: restorable(w.article)),
    ("restore own", "restore_revision", EDITORS, lambda w: restorable(w.own)),
    ("restore elsewhere", "restore_revision", ELSEWHERE, lambda w: restorable(w.foreign)),
    ("name own", "name_revision", WRITERS, lambda w: verb("name", w.own, **NAME)),
    ("name another's", "name_revision", EDITORS, lambda w: verb("name", w.article, **NAME)),
    ("name elsewhere", "name_revision", ELSEWHERE, lambda w: verb("name", w.foreign, **NAME)),
    ("save elsewhere", "save_article", ELSEWHERE, lambda w: save_article(w.foreign)),
    ("submit own", "submit", WRITERS, lambda w: verb("submit", w.own)),
    ("submit another's", "submit", EDITORS, lambda w: verb("submit", w.article)),
    ("submit elsewhere", "submit", ELSEWHERE, lambda w: verb("submit", w.foreign)),
    ("claim", "claim", EDITORS, lambda w: verb("claim", submitted(w.article))),
    ("claim elsewhere", "claim", ELSEWHERE, lambda w: verb("claim", submitted(w.foreign))),
    ("forward", "forward", EDITORS, lambda w: verb("forward", edited(w.article))),
    ("forward elsewhere", "forward", ELSEWHERE, lambda w: verb("forward", edited(w.foreign))),
    ("approve", "approve_article", HEADS, lambda w: verb("approve", forwarded(w.weighed))),
    (
        "approve elsewhere",
        "approve_article",
        MANAGERS,
        lambda w: verb("approve", forwarded(w.foreign_weighed)),
    ),
    (
        "return",
        "return_article",
        EDITORS,
        lambda w: verb("return", submitted(w.article), reason="Thiếu nguồn"),
    ),
    (
        "return what awaits approval",
        "return_article",
        HEADS,
        lambda w: verb("return", forwarded(w.article), reason="Thiếu nguồn"),
    ),
    (
        "return elsewhere",
        "return_article",
        ELSEWHERE,
        lambda w: verb("return", submitted(w.foreign), reason="Thiếu nguồn"),
    ),
    (
        "urgent news",
        "publish_urgent",
        MANAGERS,
        lambda w: verb("urgent", w.weighed, reason="Lũ về trong đêm"),
    ),
    ("assign", "assign", HEADS, lambda w: verb("assign", w.article, assignee="editor", priority=1)),
    (
        "assign elsewhere",
        "assign",
        MANAGERS,
        lambda w: verb("assign", w.foreign, assignee="editor", priority=1),
    ),
    (
        "write a note",
        "write_note",
        WRITERS | {R.PICTURE_EDITOR},
        lambda w: verb("note", w.foreign, text="Xem lại tít."),
    ),
    ("settle a note", "settle_note", WRITERS | {R.PICTURE_EDITOR}, lambda w: noted(w.foreign)),
    (
        "make a preview link of one's own",
        "create_preview_link",
        WRITERS,
        lambda w: verb("preview-link", w.own, days=3),
    ),
    (
        "make a preview link",
        "create_preview_link",
        EDITORS,
        lambda w: verb("preview-link", w.article, days=3),
    ),
    (
        "make a preview link elsewhere",
        "create_preview_link",
        ELSEWHERE,
        lambda w: verb("preview-link", w.foreign, days=3),
    ),
    (
        "revoke a preview link of one's own",
        "revoke_preview_link",
        WRITERS,
        lambda w: linked(w.own),
    ),
    ("revoke a preview link", "revoke_preview_link", EDITORS, lambda w: linked(w.article)),
    (
        "revoke a preview link elsewhere",
        "revoke_preview_link",
        ELSEWHERE,
        lambda w: linked(w.foreign),
    ),
    ("publish", "publish", HEADS, lambda w: verb("publish", w.article)),
    ("publish elsewhere", "publish", MANAGERS, lambda w: verb("publish", w.foreign)),
    ("publish own", "publish", HEADS, lambda w: verb("publish", w.own)),
    ("schedule", "schedule", HEADS, lambda w: soon(w.article)),
    ("schedule elsewhere", "schedule", MANAGERS, lambda w: soon(w.foreign)),
    ("cancel", "cancel_publication", HEADS, lambda w: scheduled(w.article)),
    ("cancel elsewhere", "cancel_publication", MANAGERS, lambda w: scheduled(w.foreign)),
    ("quick fix", "quick_fix", HEADS, lambda w: fixable(w.article)),
    ("quick fix elsewhere", "quick_fix", MANAGERS, lambda w: fixable(w.foreign)),
    ("write a correction of one's own", "write_correction", WRITERS, lambda w: correctable(w.own)),
    ("write a correction", "write_correction", EDITORS, lambda w: correctable(w.article)),
    (
        "write a correction elsewhere",
        "write_correction",
        ELSEWHERE,
        lambda w: correctable(w.foreign),
    ),
    (
        "approve a correction",
        "approve_correction",
        HEADS,
        lambda w: correcting(w.article, "approve"),
    ),
    (
        "approve a correction elsewhere",
        "approve_correction",
        MANAGERS,
        lambda w: correcting(w.foreign, "approve"),
    ),
    (
        "decline a correction",
        "decline_correction",
        HEADS,
        lambda w: correcting(w.article, "decline", reason="Bài in đúng."),
    ),
    (
        "decline a correction elsewhere",
        "decline_correction",
        MANAGERS,
        lambda w: correcting(w.foreign, "decline", reason="Bài in đúng."),
    ),
    ("bin own", "bin_article", WRITERS, lambda w: verb("bin", w.own)),
    ("bin another's", "bin_article", EDITORS, lambda w: verb("bin", w.article)),
    ("bin elsewhere", "bin_article", ELSEWHERE, lambda w: verb("bin", w.foreign)),
    ("unbin own", "unbin_article", WRITERS, lambda w: binned(w.own)),
    ("unbin elsewhere", "unbin_article", ELSEWHERE, lambda w: binned(w.foreign)),
    ("withdraw", "withdraw", HEADS, lambda w: published(w.article)),
    ("withdraw elsewhere", "withdraw", MANAGERS, lambda w: published(w.foreign)),
    ("describe a picture", "save_image", WRITERS | {R.PICTURE_EDITOR}, image_fields),
    (
        "take a picture down",
        "take_down_image",
        MANAGERS | {R.PICTURE_EDITOR},
        lambda w: takeable(),
    ),
    ("put a picture back", "put_back_image", MANAGERS, lambda w: taken_down()),
    ("describe an author", "save_author", EDITORS, author_fields),
    (
        "rename an author",
        "rename_author",
        MANAGERS,
        lambda w: rename(factories.make_author(), name="Tên mới"),
    ),
    (
        "merge authors",
        "merge_authors",
        MANAGERS,
        lambda w: merging(Author, factories.make_author(), factories.make_author()),
    ),
    (
        "describe a tag",
        "save_tag",
        MANAGERS,
        lambda w: record(tag("lũ"), description="Tin lũ ở hạ lưu."),
    ),
    ("rename a tag", "rename_tag", MANAGERS, lambda w: rename(tag("lũ"), name="lũ lụt")),
    ("merge tags", "merge_tags", MANAGERS, lambda w: merging(Tag, tag("lũ"), tag("lụt"))),
    ("save a section", "save_section", MANAGERS, section_fields),
    (
        "rename a section",
        "rename_section",
        MANAGERS,
        lambda w: rename(w.ours, name="Xã hội", slug="xa-hoi"),
    ),
    (
        "move a section",
        "move_section",
        MANAGERS,
        lambda w: (
            url(Section, "move", w.ours.pk),
            {"parent": w.theirs.pk, "version": w.ours.version},
        ),
    ),
    ("place", "place", MANAGERS, placement_fields),
    ("move a placement", "place", MANAGERS, lambda w: replacing("move", to=0)),
    ("take a placement out", "place", MANAGERS, lambda w: replacing("remove")),
    (
        "give a placement times",
        "place",
        MANAGERS,
        lambda w: replacing("times", ends="2099-05-19T07:06"),
    ),
    ("undo an arrangement", "place", MANAGERS, undoing),
    (
        "approve a comment",
        "approve_comment",
        MANAGERS | {R.COMMENT_MODERATOR},
        lambda w: comment_fields(w, "approve"),
    ),
    (
        "reject a comment",
        "reject_comment",
        MANAGERS | {R.COMMENT_MODERATOR},
        lambda w: comment_fields(w, "reject"),
    ),
    ("change the masthead", "save_masthead", MANAGERS | {R.ADMINISTRATOR}, masthead_fields),
    ("change a page of the paper", "save_paperpage", MANAGERS, page_fields),
    ("change a person", "save_user", {R.ADMINISTRATOR}, person_fields),
]
# Tried in tests/test_importing.py and tests/test_moves.py: they have no form of their own.
WITHOUT_FORM = {"import_articles", "publish_own"}
