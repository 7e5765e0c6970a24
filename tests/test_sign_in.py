"""The door of the desk: who gets in, who is kept out, and how a lost password is replaced."""

import re

import pytest
from django.conf import settings as django_settings
from django.core import mail
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.actions.records import save_record
from articles.models import Activity, User
from articles.structure import Role
from tests.cast import PASSWORD, make_person
from tests.desk import acts_since, last_act, sign_in, text_of

pytestmark = pytest.mark.django_db

LOGIN, DESK = "/toa-soan/login/", "/toa-soan/"
NEW_PASSWORD = "song-ngan-may-mua-lu"


def enter(client: Client, username: str, password: str = PASSWORD):
    return client.post(LOGIN, {"username": username, "password": password, "next": DESK})


def is_in(client: Client) -> bool:
    return client.get(DESK).status_code == 200


def test_a_person_of_the_newsroom_gets_in(cast):
    client = Client()
    assert client.get(DESK).url == f"{LOGIN}?next={DESK}"
    response = enter(client, "reporter")
    assert response.url == DESK
    assert is_in(client)


@pytest.mark.parametrize(
    ("username", "password"),
    [("reporter", "sai"), ("nobody", PASSWORD), ("stranger", PASSWORD), ("reporter", "")],
)
def test_nobody_else_gets_in_and_the_answer_does_not_tell_who_exists(cast, username, password):
    client = Client()
    response = enter(client, username, password)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not is_in(client)


def test_the_door_speaks_vietnamese_and_asks_for_nothing_from_elsewhere(cast):
    response = Client().get(LOGIN)
    page = html.fromstring(response.content.decode())
    assert page.get("lang") == "vi"
    assert response.headers["Content-Language"] == "vi"
    assert not page.xpath("//style | //script[not(@src)] | //*[@style]")
    assert all(url.startswith("/") for url in page.xpath("//link/@href | //script/@src"))


def test_after_signing_in_nobody_is_sent_to_another_site(cast):
    fields = {"username": "reporter", "password": PASSWORD, "next": "https://elsewhere.example/"}
    assert Client().post(LOGIN, fields).url == DESK


def test_leaving_ends_the_session(cast):
    client = sign_in(cast.reporter)
    client.post(reverse("admin:logout"))
    assert not is_in(client)


# --- Too many attempts ----------------------------------------------------------------------------


@pytest.fixture
def limited(settings):
    settings.AXES_ENABLED = True


def test_too_many_wrong_passwords_pause_signing_in_even_with_the_right_one(cast, limited):
    client = Client()
    for _each in range(django_settings.AXES_FAILURE_LIMIT):
        response = enter(client, "reporter", "sai")
    assert response.status_code == 429
    page = html.fromstring(response.content.decode())
    assert page.xpath(f"//a[@href='{reverse('admin:password_reset')}']")
    assert page.xpath(f"//a[@href='{LOGIN}']")
    assert enter(client, "reporter").status_code == 429
    assert not is_in(client)


def test_others_and_other_connections_are_not_paused_with_them(cast, limited):
    for _each in range(django_settings.AXES_FAILURE_LIMIT):
        enter(Client(), "reporter", "sai")
    assert enter(Client(), "editor").status_code == 302
    assert enter(Client(REMOTE_ADDR="10.0.0.9"), "reporter").status_code == 302


def test_the_right_password_in_time_starts_the_count_again(cast, limited):
    for _round in range(2):
        for _each in range(django_settings.AXES_FAILURE_LIMIT - 1):
            assert enter(Client(), "reporter", "sai").status_code == 200
        assert enter(Client(), "reporter").status_code == 302


# --- Accounts that are out ------------------------------------------------------------------------


def test_deactivating_a_person_ends_their_sessions_at_once(cast):
    client = sign_in(cast.reporter)
    assert is_in(client)
    save_record(cast.reporter, {"is_active": False}, by=cast.administrator)
    assert not is_in(client)
    assert enter(Client(), "reporter").status_code == 200
    save_record(cast.reporter, {"is_active": True}, by=cast.administrator)
    assert is_in(client)


def test_a_sample_account_gets_in_on_this_machine_only(cast, settings):
    make_person("mau", Role.EDITOR, is_sample=True)
    inside = Client()
    assert enter(inside, "mau").status_code == 302
    settings.SITE_IS_LOOPBACK = False
    assert enter(Client(), "mau").status_code == 200
    assert not is_in(inside)
    assert enter(Client(), "editor").status_code == 302


# --- Forgotten passwords --------------------------------------------------------------------------


@pytest.fixture
def forgetful(cast):
    cast.reporter.email = "hai.mien@bao.example"
    cast.reporter.save()
    return cast.reporter


def ask(email: str, client: Client | None = None):
    return (client or Client()).post(reverse("admin:password_reset"), {"email": email}, follow=True)


def mailed_link() -> str:
    (message,) = mail.outbox
    return re.search(rf"{re.escape(django_settings.SITE_URL)}(/\S+)", message.body)[1]


def set_password(client: Client, link: str, password: str = NEW_PASSWORD):
    form = client.get(link, follow=True)
    fields = {"new_password1": password, "new_password2": password}
    return client.post(form.request["PATH_INFO"], fields, follow=True)


def test_a_forgotten_password_is_replaced_by_mail(forgetful):
    elsewhere, last = sign_in(forgetful), last_act()
    ask("hai.mien@bao.example")
    (message,) = mail.outbox
    assert message.to == ["hai.mien@bao.example"]
    assert forgetful.username in message.body
    client = Client()
    assert set_password(client, mailed_link()).status_code == 200
    assert enter(Client(), "reporter").status_code == 200
    assert enter(client, "reporter", NEW_PASSWORD).status_code == 302
    assert not is_in(elsewhere)
    assert acts_since(last) == [("save_user", "")]
    assert NEW_PASSWORD not in str(Activity.objects.latest("pk").data)


def test_a_link_is_good_once(forgetful):
    ask("hai.mien@bao.example")
    link = mailed_link()
    set_password(Client(), link)
    again = set_password(Client(), link, "mat-khau-cua-ke-khac")
    assert again.context["validlink"] is False
    assert enter(Client(), "reporter", NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize("link", ["MQ/abc-def", "x/y", "%00/y", "///", "99999999999999999999/a-b"])
def test_a_link_that_is_none_says_so(cast, link):
    response = Client().get(f"/toa-soan/quen-mat-khau/{link}/", follow=True)
    assert response.status_code in (200, 404)


def test_the_link_leads_to_the_paper_whatever_the_request_says(forgetful, settings):
    settings.ALLOWED_HOSTS = ["*"]
    ask("hai.mien@bao.example", Client(headers={"host": "elsewhere.example"}))
    (message,) = mail.outbox
    assert "elsewhere.example" not in message.body
    assert f"{django_settings.SITE_URL}/toa-soan/quen-mat-khau/" in message.body


def test_the_answer_does_not_tell_which_addresses_have_an_account(forgetful):
    known, unknown = ask("hai.mien@bao.example"), ask("khong.co@bao.example")
    assert text_of(known) == text_of(unknown)
    assert len(mail.outbox) == 1


def test_who_could_not_sign_in_is_mailed_no_link(forgetful, settings):
    settings.SITE_IS_LOOPBACK = False
    for number, fields in enumerate(
        ({"is_active": False}, {"is_sample": True}, {"is_staff": False})
    ):
        User.objects.filter(pk=forgetful.pk).update(
            **{"is_active": True, "is_sample": False, "is_staff": True} | fields
        )
        ask("hai.mien@bao.example")
        assert len(mail.outbox) == 0, (number, fields)
    User.objects.filter(pk=forgetful.pk).update(is_staff=True)
    ask("hai.mien@bao.example")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("password", ["ngan", "1234567890", "reporter12"])
def test_a_weak_password_is_not_taken(forgetful, password):
    ask("hai.mien@bao.example")
    response = set_password(Client(), mailed_link(), password)
    assert response.context["form"].errors
    assert enter(Client(), "reporter").status_code == 302


# --- One's own password ---------------------------------------------------------------------------


def test_a_person_changes_their_own_password_and_stays_signed_in(cast):
    client, elsewhere, last = Client(), sign_in(cast.reporter), last_act()
    enter(client, "reporter")
    fields = {
        "old_password": PASSWORD,
        "new_password1": NEW_PASSWORD,
        "new_password2": NEW_PASSWORD,
    }
    response = client.post(reverse("admin:password_change"), fields)
    assert response.url == reverse("admin:password_change_done")
    assert is_in(client)
    assert not is_in(elsewhere)
    assert enter(Client(), "reporter", NEW_PASSWORD).status_code == 302
    assert acts_since(last) == [("save_user", "")]


def test_without_the_old_password_it_stays(cast):
    client, last = sign_in(cast.reporter), last_act()
    fields = {"old_password": "sai", "new_password1": NEW_PASSWORD, "new_password2": NEW_PASSWORD}
    assert client.post(reverse("admin:password_change"), fields).status_code == 200
    assert enter(Client(), "reporter").status_code == 302
    assert acts_since(last) == []


def test_every_form_of_the_door_needs_its_token(forgetful):
    client = Client(enforce_csrf_checks=True)
    for url in (LOGIN, reverse("admin:password_reset")):
        assert client.post(url, {"email": "hai.mien@bao.example"}).status_code == 403
    assert mail.outbox == []


# --- A page asks before it sends what was typed ---------------------------------------------------


def test_a_page_is_told_whether_its_person_is_still_signed_in(cast):
    client, here = sign_in(cast.editor), reverse("admin:here")
    assert client.get(here, {"person": cast.editor.pk}).json() == {}
    assert Client().get(here, {"person": cast.editor.pk}).status_code == 302


def test_a_page_of_somebody_elses_is_told_who_has_signed_in_meanwhile(cast):
    answer = sign_in(cast.editor).get(reverse("admin:here"), {"person": cast.reporter.pk})
    assert answer.status_code == 409
    assert str(cast.editor) in answer.json()["reason"]
