"""Every cell of tests/role_table.py, tried at the desk's own addresses with forged POSTs."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from articles.actions.permission import refusal
from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.actions.refusals import NotPermitted, Refused
from articles.models import Article, Image, Masthead
from articles.structure import ACTS, GRANTS, Role, State

from . import factories
from .comment_factories import make_waiting
from .desk import acts_since, last_act, sign_in
from .role_acts import make_world, save_article, tag, url, verb
from .role_table import CELLS, WITHOUT_FORM

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [*Role, None], ids=lambda role: role or "stranger")
@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell[0])
def test_an_act_is_done_by_those_who_may_and_refused_to_everyone_else(cell, role):
    _name, act, allowed, attempt = cell
    world = make_world()
    person = world.cast.of(role) if role else world.cast.stranger
    address, fields = attempt(world)
    last = last_act()
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
    last = last_act()
    assert sign_in(None).post(address, fields).status_code == 302  # to the door
    person = world.cast.of(sorted(allowed)[0])
    forger = Client(enforce_csrf_checks=True)
    forger.force_login(person, backend="articles.accounts.DeskBackend")
    assert forger.post(address, fields).status_code == 403
    assert acts_since(last) == []


def test_every_act_of_the_table_is_tried():
    assert {cell[1] for cell in CELLS} | WITHOUT_FORM == set(ACTS)
    for role in Role:
        tried = {act for _name, act, allowed, _attempt in CELLS if role in allowed}
        assert tried == set(GRANTS[role]) - WITHOUT_FORM, role


@pytest.mark.parametrize("act", [act for act, rule in ACTS.items() if rule.states is not None])
def test_an_act_is_refused_in_every_state_that_the_table_does_not_name(act):
    world = make_world()
    for state in set(State) - ACTS[act].states:
        world.article.state = state
        reason = refusal(act, world.cast.editor_in_chief, world.article)
        assert isinstance(reason, Refused), state
        assert not isinstance(reason, NotPermitted), state
        assert str(state.label) in str(reason)


def test_saving_and_publishing_at_once_are_two_acts():
    world = make_world()
    last = last_act()
    person = world.cast.managing_editor
    address, fields = save_article(world.article)
    del fields["_save"]
    assert sign_in(person).post(address, fields | {"_publish": "1"}).status_code == 302
    assert acts_since(last) == [("save_article", person.username), ("publish", person.username)]


def test_one_who_may_save_but_not_publish_saves_nothing_by_the_other_button():
    world = make_world()
    last = last_act()
    address, fields = save_article(world.article)
    del fields["_save"]
    response = sign_in(world.cast.editor).post(address, fields | {"_publish": "1"})
    assert response.status_code in (200, 403)
    assert acts_since(last) == []


def test_a_permission_given_to_a_person_and_not_to_their_role_counts_for_nothing():
    person = make_world().cast.reporter
    person.user_permissions.set(Permission.objects.all())
    assert not person.has_perm("articles.publish")
    assert refusal("publish", type(person).objects.get(pk=person.pk)) is not None


def test_an_act_in_a_subsection_is_the_section_heads_too():
    world = make_world()
    below = factories.make_section(parent=world.ours)
    article = factories.make_article(section=below)
    assert refusal("publish", world.cast.section_head, article) is None


def test_a_section_head_cannot_move_an_article_in_and_publish_it_in_one_step():
    world = make_world()
    last = last_act()
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
    last = last_act()
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
    last = last_act()
    client = sign_in(world.cast.editor_in_chief)
    fields = {"action": "delete_selected", "_selected_action": world.article.pk, "post": "yes"}
    client.post(url(Article, "changelist"), fields)
    client.post(url(Article, "changelist"), {"form-TOTAL_FORMS": "1", "_save": "1"})
    assert Article.objects.filter(pk=world.article.pk).exists()
    assert Image.objects.count() == 0
    assert acts_since(last) == []
