"""People of the newsroom at screens of their own, for stories that several of them play."""

import re

from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import Activity, Article
from tests.browser.fixtures import watch
from tests.desk import address

# A sentence of some length with letters that English does without.
VIETNAMESE = re.compile(r"(?=.{30})(?s:.)*[ăâđêôơưạảấầậắặẹếềệịọốộớợụứựỳ]")


class Person:
    """Somebody at their own screen."""

    def __init__(self, browser, server: str, user) -> None:
        self.user, self.server = user, server
        self.context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
        self.context.set_default_timeout(15_000)
        client = Client()
        client.force_login(user, backend="articles.accounts.DeskBackend")
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value}
        self.context.add_cookies([cookie | {"url": f"{server}{settings.SESSION_COOKIE_PATH}"}])
        self.page = self.context.new_page()
        self.problems = watch(self.page)

    def open(self, path: str) -> None:
        self.page.goto(f"{self.server}{path}")

    def see(self, row: models.Model) -> None:
        """The row's own page."""
        self.open(self._address("change", row))

    def press(self, selector: str) -> None:
        """Press a button that does something; the next page says that it is done."""
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()
        expect(self.page.locator(".messagelist .success")).to_be_visible()

    def do(self, row: models.Model, verb: str, **typed: str) -> None:
        """Go to an act from the row's page, fill in what it asks for, and do it."""
        self.see(row)
        self.page.locator(f"a[href*='/{verb}/']").first.click()
        expect(self.page.locator(".verb-form")).to_be_visible()
        for name, value in typed.items():
            self.page.locator(f"[name={name}]").fill(value)
        self.press(".verb-go button")

    def post(self, path: str, fields: dict[str, str]) -> int:
        """Send a form without ever having been shown it; the status of the answer."""
        answer = self.context.request.post(
            f"{self.server}{path}",
            form=fields | {"csrfmiddlewaretoken": self._token()},
            headers={"Referer": f"{self.server}/toa-soan/"},
            max_redirects=0,
        )
        return answer.status

    def is_refused(self, row: models.Model, *verbs: str, **fields: str) -> None:
        """They find no way to any of the acts, read why at its address, and a forgery does nothing."""
        before = Activity.objects.count(), self._stored(row)
        self.see(row)
        for verb in verbs:
            expect(self.page.locator(f"a[href$='/{row.pk}/{verb}/']")).to_have_count(0)
        for verb in verbs:
            self.open(self._address(verb, row))
            version = {"version": str(type(row).objects.get(pk=row.pk).version)}
            status = self.post(self._address(verb, row), version | fields)
            if self.user.is_staff:
                why = self.page.locator(".problems li, .verb-form .errornote").first
                expect(why).to_have_text(VIETNAMESE)
                # A role that never does it meets no form; where the state forbids it, no button.
                assert self.page.locator(".verb-go button:enabled").count() == 0
                assert status in (403, 409)
            else:
                expect(self.page.locator("[name=password]")).to_be_visible()
                assert status in (302, 403)
        assert (Activity.objects.count(), self._stored(row)) == before

    def _address(self, name: str, row: models.Model) -> str:
        if isinstance(row, Article):
            return address(name, row.pk)
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{name}", args=[row.pk])

    def _stored(self, row: models.Model) -> dict:
        return type(row).objects.values().get(pk=row.pk)

    def _token(self) -> str:
        """What the forms of this person carry, once any page of the desk has been opened."""
        cookies = {each["name"]: each["value"] for each in self.context.cookies()}
        return cookies[settings.CSRF_COOKIE_NAME]
