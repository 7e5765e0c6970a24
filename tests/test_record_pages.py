"""The desk's pages of plain records, sent as a browser sends them."""

import pytest
from django.contrib import admin
from django.urls import reverse

from articles.actions.records import save_record
from articles.actions.saving import resolve_tags
from articles.admin.recipe import RecordAdmin
from articles.models import Masthead, PaperPage
from articles.structure import Role

from . import factories
from .cast import make_cast, make_person
from .desk import acts_since, fields_of, last_act

pytestmark = pytest.mark.django_db

# Of each record's page: a field to type over, and what to type.
TYPED = {
    "section": ("position", "7"),
    "author": ("role", "Phóng viên ảnh"),
    "tag": ("description", "Mùa nước nổi"),
    "image": ("credit", "Hạ Miên"),
    "masthead": ("slogan", "Tin đến trước"),
    "paperpage": ("description", "Một dòng"),
    "user": ("first_name", "Hạ"),
}


def a_record(name: str):
    made = {
        "section": factories.make_section,
        "author": factories.make_author,
        "tag": lambda: resolve_tags(("lụt",))[0],
        "image": factories.make_image,
        "masthead": lambda: save_record(Masthead.current(), {"name": "Sớm Mai"}, by=None),
        "paperpage": lambda: PaperPage.objects.earliest("pk"),
        "user": lambda: make_person("moi", Role.REPORTER, email="moi@example.com"),
    }
    return made[name]()


def record_screens() -> set[str]:
    rooms = admin.site._registry.items()
    return {str(model._meta.model_name) for model, room in rooms if isinstance(room, RecordAdmin)}


def test_every_screen_of_records_is_tried():
    assert record_screens() == set(TYPED)


@pytest.mark.parametrize("name", TYPED)
def test_the_page_of_a_record_is_saved_as_a_browser_sends_it_and_only_once(client, name):
    cast, row, (field, typed) = make_cast(), a_record(name), TYPED[name]
    person = cast.administrator if name in ("user", "masthead") else cast.managing_editor
    client.force_login(person, backend="articles.accounts.DeskBackend")
    address = reverse(f"admin:articles_{name}_change", args=[row.pk])
    sent = fields_of(client.get(address), f"{name}_form") | {field: typed, "_save": "1"}
    last = last_act()
    assert client.post(address, sent).status_code == 302
    row.refresh_from_db()
    assert str(getattr(row, field)) == typed
    assert acts_since(last) == [(f"save_{name}", person.username)]
    # The page is older than what it saved: sent again with other words, it is refused.
    late = client.post(address, sent | {field: "9"})
    assert late.context["adminform"].form.conflict
    assert acts_since(last) == [(f"save_{name}", person.username)]
