"""How each act of the table of roles is tried: what there is to act on, and forged POSTs to it."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.actions.assigning import assign
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
from articles.models import Article, Correction, Image, Masthead, PaperPage, Section, Tag, User

from . import factories
from .cast import Cast, make_cast
from .comment_factories import make_waiting


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


def given(article: Article, person: User) -> Article:
    """Another's article, given to this person."""
    return assign(article, by=None, assignee=person)


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
