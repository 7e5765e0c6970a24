"""The desk as a person uses it in these tests: signed in, opening a form, sending it back."""

from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from articles.draft import Draft
from articles.models import Activity, Article, User

Fields = dict[str, list[str]]


def sign_in(person: User | None, **options: Any) -> Client:
    """A browser in which this person is signed in; with None, nobody."""
    client = Client(**options)
    if person is not None:
        client.force_login(person, backend="articles.accounts.DeskBackend")
    return client


def address(name: str, *args: object) -> str:
    """The address of an article's screen, as articles/admin names it."""
    return reverse(f"admin:articles_article_{name}", args=args)


def fields_of(response: Any, form: str = "article_form") -> Fields:
    """What a browser would send if the form were sent back as it stands, but for the button."""
    page = html.fromstring(response.content.decode())
    for template in page.xpath("//template"):
        template.drop_tree()
    (found,) = page.xpath(f"//form[@id='{form}']")
    # Browsers leave out the line end that begins a textarea.
    areas = set(found.xpath(".//textarea/@name"))
    fields: Fields = {}
    for name, value in found.form_values():
        fields.setdefault(name, []).append(value.removeprefix("\n") if name in areas else value)
    fields.pop("csrfmiddlewaretoken", None)
    return fields


def open_form(client: Client, article: Article | None = None) -> Fields:
    """The fields of the page that this article, or a new one, is written on."""
    url = address("change", article.pk) if article else address("add")
    response = client.get(url)
    assert response.status_code == 200
    return fields_of(response)


def send(
    client: Client, article: Article | None, fields: Fields, button: str = "_save", **new: Any
):
    """Press a button of the article's form with `new` typed over `fields`."""
    url = address("change", article.pk) if article else address("add")
    return client.post(url, fields | new | {button: "1"})


def text_of(response: Any) -> str:
    """What a person reads on the page, white space as single spaces."""
    page = html.fromstring(response.content.decode())
    for hidden in page.xpath("//script | //style | //template"):
        hidden.drop_tree()
    return " ".join(page.text_content().split())


def acts_since(last: int) -> list[tuple[str, str]]:
    """(act, who) of every Activity after the one with the id `last`, in order."""
    rows = Activity.objects.filter(pk__gt=last).select_related("actor").order_by("pk")
    return [(row.act, row.actor.username if row.actor else "") for row in rows]


def last_act() -> int:
    """The id of the newest Activity."""
    return Activity.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def newest(article: Article) -> Draft:
    """The working copy as it was last saved."""
    return article.revisions.latest("number").draft
