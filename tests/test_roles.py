"""Every cell of the table of roles and acts, tried at the desk's own addresses with forged POSTs.

The table here is written by hand from what a newsroom expects, not read from articles/structure.py.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.actions.permission import refusal
from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.actions.refusals import NotPermitted, Refused
from articles.actions.saving import create, save
from articles.comments.models import Comment
from articles.models import (
    Activity,
    Article,
    Author,
    Image,
    Masthead,
    PaperPage,
    Placement,
    Section,
    Tag,
    User,
)
from articles.structure import ACTS, GRANTS, Role, State

from . import factories
from .cast import Cast, make_cast
from .comment_factories import make_waiting

pytestmark = pytest.mark.django_db

R = Role
WRITERS = {R.REPORTER, R.EDITOR, R.SECTION_HEAD, R.MANAGING_EDITOR, R.EDITOR_IN_CHIEF}
EDITORS = WRITERS - {R.REPORTER}
HEADS = EDITORS - {R.EDITOR}
MANAGERS = {R.MANAGING_EDITOR, R.EDITOR_IN_CHIEF}


@dataclass
class World:
    """What there is to act on. The section head acts in `ours`; the reporter created `own`."""

    cast: Cast
    ours: Section
    theirs: Section
    own: Article
    article: Article
    foreign: Article


def make_world() -> World:
    cast = make_cast()
    ours, theirs = factories.make_section(), factories.make_section()
    cast.section_head.sections.add(ours)
    return World(
        cast=cast,
        ours=ours,
        theirs=theirs,
        own=create(factories.make_draft(section=ours), by=cast.reporter),
        article=factories.make_article(section=ours),
        foreign=factories.make_article(section=theirs),
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


def verb(name: str, article: Article, **fields: object) -> tuple[str, dict]:
    article.refresh_from_db()
    return url(Article, name, article.pk), {"version": article.version, **fields}


def scheduled(article: Article) -> tuple[str, dict]:
    row = publish(article, by=None, at=timezone.now() + timedelta(hours=1))
    return verb("cancel", article, publication=row.pk)


def published(article: Article) -> tuple[str, dict]:
    publish(article, by=None)
    return verb("withdraw", article, reason="Thử")


def soon(article: Article) -> tuple[str, dict]:
    at = timezone.localtime() + timedelta(days=1)
    fields = {"at_0": f"{at:%d/%m/%Y}", "at_1": "06:00"}
    return verb("schedule", article, **fields)


def restorable(article: Article) -> tuple[str, dict]:
    save(article, factories.make_draft(section=article.section), by=None, base_version=1)
    return verb("restore", article, number=1)


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
    fields = {"slot": "noi-bat", "article": world.article.pk, "position": 1, "_save": "1"}
    return url(Placement, "add"), fields


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
    ("publish", "publish", HEADS, lambda w: verb("publish", w.article)),
    ("publish elsewhere", "publish", MANAGERS, lambda w: verb("publish", w.foreign)),
    ("publish own", "publish", HEADS, lambda w: verb("publish", w.own)),
    ("schedule", "schedule", HEADS, lambda w: soon(w.article)),
    ("schedule elsewhere", "schedule", MANAGERS, lambda w: soon(w.foreign)),
    ("cancel", "cancel_publication", HEADS, lambda w: scheduled(w.article)),
    ("cancel elsewhere", "cancel_publication", MANAGERS, lambda w: scheduled(w.foreign)),
    ("withdraw", "withdraw", HEADS, lambda w: published(w.article)),
    ("withdraw elsewhere", "withdraw", MANAGERS, lambda w: published(w.foreign)),
    ("describe a picture", "save_image", WRITERS | {R.PICTURE_EDITOR}, image_fields),
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
    (
        "approve",
        "approve_comment",
        MANAGERS | {R.COMMENT_MODERATOR},
        lambda w: comment_fields(w, "approve"),
    ),
    (
        "reject",
        "reject_comment",
        MANAGERS | {R.COMMENT_MODERATOR},
        lambda w: comment_fields(w, "reject"),
    ),
    (
        "change the masthead",
        "save_masthead",
        MANAGERS | {R.ADMINISTRATOR},
        masthead_fields,
    ),
    ("change a page of the paper", "save_paperpage", MANAGERS, page_fields),
    ("change a person", "save_user", {R.ADMINISTRATOR}, person_fields),
]
# Tried in tests/test_importing.py: it has no form.
BY_COMMAND = {"import_articles"}


def sign_in(person: User | None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person, backend="articles.accounts.DeskBackend")
    return client


def acts_since(last: int) -> list[tuple[str, str]]:
    rows = Activity.objects.filter(pk__gt=last).select_related("actor").order_by("pk")
    return [(row.act, row.actor.username) for row in rows]


def last_activity() -> int:
    return Activity.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role or "stranger")
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell[0])
def test_an_act_is_done_by_those_who_may_and_refused_to_everyone_else(cell, role):
    _name, act, allowed, attempt = cell
    world = make_world()
    person = world.cast.of(role) if role else world.cast.stranger
    address, fields = attempt(world)
    last = last_activity()
    response = sign_in(person).post(address, fields)
    if role in allowed:
        assert response.status_code == 302, response.content.decode()[:4000]
        assert acts_since(last) == [(act, person.username)]
    else:
        assert response.status_code == (403 if role else 302)
        assert acts_since(last) == []


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell[0])
def test_a_forged_post_without_a_token_or_a_session_changes_nothing(cell):
    _name, _act, allowed, attempt = cell
    world = make_world()
    address, fields = attempt(world)
    last = last_activity()
    assert sign_in(None).post(address, fields).status_code == 302  # to the door
    person = world.cast.of(sorted(allowed)[0])
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(person, backend="articles.accounts.DeskBackend")
    assert forger.post(address, fields).status_code == 403
    assert acts_since(last) == []


def test_every_act_of_the_table_is_tried():
    assert {cell[1] for cell in CELLS} | BY_COMMAND == set(ACTS)
    for role in Role:
        tried = {act for _name, act, allowed, _attempt in CELLS if role in allowed}
        assert tried == set(GRANTS[role]) - BY_COMMAND, role


@pytest.mark.parametrize("act", [act for act, rule in ACTS.items() if rule.states is not None])
def test_an_act_is_refused_in_every_state_that_the_table_does_not_name(act):
    world = make_world()
    for state in State:
        world.article.state = state
        reason = refusal(act, world.cast.editor_in_chief, world.article)
        if state in ACTS[act].states:
            assert reason is None, state
        else:
            assert isinstance(reason, Refused), state
            assert not isinstance(reason, NotPermitted), state
            assert str(state.label) in str(reason)


def test_saving_and_publishing_at_once_are_two_acts():
    world = make_world()
    last = last_activity()
    person = world.cast.managing_editor
    address, fields = save_article(world.article)
    del fields["_save"]
    assert sign_in(person).post(address, fields | {"_publish": "1"}).status_code == 302
    assert acts_since(last) == [("save_article", person.username), ("publish", person.username)]


def test_one_who_may_save_but_not_publish_saves_nothing_by_the_other_button():
    world = make_world()
    last = last_activity()
    address, fields = save_article(world.article)
    del fields["_save"]
    response = sign_in(world.cast.editor).post(address, fields | {"_publish": "1"})
    assert response.status_code in (200, 403)
    assert acts_since(last) == []


def test_an_act_in_a_subsection_is_the_section_heads_too():
    world = make_world()
    below = factories.make_section(parent=world.ours)
    article = factories.make_article(section=below)
    assert refusal("publish", world.cast.section_head, article) is None


def test_a_section_head_cannot_move_an_article_in_and_publish_it_in_one_step():
    world = make_world()
    last = last_activity()
    address, fields = save_article(world.foreign)
    del fields["_save"]
    fields |= {"section": world.theirs.pk, "_publish": "1"}
    response = sign_in(world.cast.section_head).post(address, fields)
    assert response.status_code in (200, 403)
    assert acts_since(last) == []


def test_a_deactivated_person_can_do_nothing_more():
    world = make_world()
    client = sign_in(world.cast.managing_editor)
    world.cast.managing_editor.is_active = False
    world.cast.managing_editor.save()
    last = last_activity()
    address, fields = verb("publish", world.article)
    assert client.post(address, fields).status_code == 302
    assert acts_since(last) == []


def test_every_address_of_every_screen_answers_each_role_without_a_fault():
    world = make_world()
    row = publish(world.article, by=None)
    place(world.article, "noi-bat", by=None)
    factories.make_image()
    make_waiting(row)
    tag("lũ")
    factories.make_author()
    Masthead.objects.get_or_create(pk=1, defaults={"name": "Báo thử"})
    for role in Role:
        client = sign_in(world.cast.of(role))
        for model, screen in admin.site._registry.items():
            row = model._base_manager.first()
            addresses = [url(model, "changelist"), url(model, "add")]
            if row is not None:
                addresses += [url(model, name, row.pk) for name in ("change", "history", "delete")]
                addresses += [
                    reverse(screen.verb_url_name(each), args=[row.pk]) for each in screen.verbs
                ]
            for address in addresses:
                status = client.get(address).status_code
                assert status in (200, 302, 403), (role, address, status)
                if address.endswith("/delete/"):
                    assert status == 403, address
                    assert client.post(address, {"post": "yes"}).status_code == 403


def test_the_addresses_that_django_would_write_by_do_nothing():
    world = make_world()
    last = last_activity()
    client = sign_in(world.cast.editor_in_chief)
    fields = {"action": "delete_selected", "_selected_action": world.article.pk, "post": "yes"}
    client.post(url(Article, "changelist"), fields)
    client.post(url(Article, "changelist"), {"form-TOTAL_FORMS": "1", "_save": "1"})
    assert Article.objects.filter(pk=world.article.pk).exists()
    assert Image.objects.count() == 0
    assert acts_since(last) == []
