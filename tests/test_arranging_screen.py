"""The desk's page of the front page: it shows what readers get, and each of its buttons is an act."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.actions.placing import place
from articles.actions.publishing import publish
from articles.models import Activity, Placement
from tests.factories import figure, make_article, make_image, make_published

from .desk import acts_since, last_act, sign_in, text_of

pytestmark = pytest.mark.django_db

PAGE = reverse("admin:articles_placement_changelist")


@pytest.fixture
def desk(cast):
    return sign_in(cast.managing_editor)


def screen(desk) -> html.HtmlElement:
    response = desk.get(PAGE)
    assert response.status_code == 200
    return html.fromstring(response.content.decode())


def rows(page: html.HtmlElement, slot: str = "noi-bat") -> list[str]:
    return [
        " ".join(h3.text_content().split())
        for h3 in page.xpath(f"//*[@id='{slot}']//ol[@data-slot]//h3")
    ]


def press(desk, page: html.HtmlElement, button: html.HtmlElement, **typed: str):
    """Send the form of a button, as a browser without script would."""
    form = button.getparent()
    while form.tag != "form":
        form = form.getparent()
    fields = dict(form.form_values()) | typed
    if button.get("name"):
        fields[button.get("name")] = button.get("value")
    return desk.post(form.get("action"), fields)


def button(page: html.HtmlElement, label: str, slot: str = "noi-bat") -> html.HtmlElement:
    found = page.xpath(
        f"//*[@id='{slot}']//button[@aria-label=$l or normalize-space()=$l]", l=label
    )
    assert found, label
    return found[0]


def three(slot: str = "noi-bat") -> None:
    for title in ("A", "B", "C"):
        place(make_published(title=title).article, slot, by=None)


def in_english(person):
    person.desk_language = "en"
    person.save()
    return sign_in(person)


def test_each_button_is_one_act_and_undo_takes_it_back(cast):
    desk = in_english(cast.managing_editor)
    three()
    last = last_act()
    for label, after in (
        ("Move “C” up", ["A", "C", "B"]),
        ("Undo", ["A", "B", "C"]),
        ("Do it again", ["A", "C", "B"]),
        ("Move “A” down", ["C", "A", "B"]),
        ("Take out: A", ["C", "B"]),
        ("Undo", ["C", "A", "B"]),
    ):
        page = screen(desk)
        answer = press(desk, page, button(page, label))
        assert answer.status_code == 302
        assert rows(screen(desk)) == after, label
    assert acts_since(last) == [("place", "managing_editor")] * 6


def test_an_article_is_placed_by_what_was_chosen_from_the_suggestions(desk):
    article = make_published(title="Nước lên").article
    suggested = desk.get(reverse("admin:suggest_readable"), {"q": "nuoc"}).json()["results"]
    ends = timezone.localtime() + timedelta(days=1)
    fields = {"article": suggested[0]["value"], "version": 0, "ends": f"{ends:%Y-%m-%dT%H:%M}"}
    answer = desk.post(reverse("admin:articles_placement_place", args=["dung-bo-lo"]), fields)
    assert answer.status_code == 302
    row = Placement.objects.get()
    assert (row.article, row.slot) == (article, "dung-bo-lo")
    assert row.visible_until == ends.replace(second=0, microsecond=0)


def test_drafts_are_not_suggested(desk):
    make_article(title="Nước lên")
    assert desk.get(reverse("admin:suggest_readable"), {"q": "nuoc"}).json()["results"] == []


def test_a_refused_placement_keeps_what_was_typed(desk):
    draft = make_article(title="Chưa đăng")
    address = reverse("admin:articles_placement_place", args=["noi-bat"])
    typed = f"{draft.pk} Chưa đăng"
    answer = desk.post(address, {"article": typed, "version": 0})
    assert answer.status_code == 409
    page = html.fromstring(answer.content.decode())
    assert page.xpath("//*[@id='noi-bat']//input[@name='article'][@type='text']/@value") == [typed]
    assert page.xpath("//*[@id='dung-bo-lo']//input[@name='article'][@type='text'][@value]") == []
    assert not Placement.objects.exists()
    nothing = desk.post(address, {"article": "không có bài này", "version": 0})
    assert "không có bài này" in nothing.content.decode()


@pytest.mark.parametrize(
    "minute", ["hôm qua", "9999-12-31T23:59", "0001-01-01T00:00", "2024-13-01T00:00"]
)
def test_a_minute_that_cannot_be_is_refused(desk, minute):
    three()
    row = Placement.objects.first()
    before = Activity.objects.count()
    address = reverse("admin:articles_placement_times", args=[row.pk])
    assert desk.post(address, {"version": 3, "starts": "", "ends": minute}).status_code == 200
    assert Activity.objects.count() == before


@pytest.mark.parametrize(
    ("minute", "status", "said"),
    [("2001-01-01T06:30", 409, "messagelist"), ("0001-01-01T00:00", 200, "errorlist")],
)
def test_times_that_are_refused_stay_in_their_row_as_they_were_typed(desk, minute, status, said):
    three()
    row = Placement.objects.get(article__title="B")
    address = reverse("admin:articles_placement_times", args=[row.pk])
    answer = desk.post(address, {"version": 3, "starts": "2099-05-04T06:30", "ends": minute})
    assert answer.status_code == status
    page = html.fromstring(answer.content.decode())
    (times,) = page.xpath("//details[@class='row-times'][@open]")
    assert times.xpath(".//input[@type='datetime-local']/@value") == ["2099-05-04T06:30", minute]
    assert page.xpath(f"//*[@class='{said}']")


@pytest.mark.parametrize(
    ("verb", "fields"),
    [
        ("move", {}),
        ("move", {"version": 3, "to": -1}),
        ("move", {"version": 3, "to": "a"}),
        ("move", {"version": "", "to": 1}),
        ("remove", {"version": "x"}),
        ("times", {"ends": "2099-01-01T00:00"}),
    ],
)
def test_a_forged_form_changes_nothing(desk, verb, fields):
    three()
    before = Activity.objects.count()
    row = Placement.objects.first()
    assert (
        desk.post(reverse(f"admin:articles_placement_{verb}", args=[row.pk]), fields).status_code
        == 200
    )
    assert Activity.objects.count() == before


def test_what_somebody_changed_meanwhile_is_shown_and_nothing_done(cast):
    desk = in_english(cast.managing_editor)
    three()
    page = screen(desk)
    first = Placement.objects.get(article__title="A")
    desk.post(reverse("admin:articles_placement_remove", args=[first.pk]), {"version": 3})
    answer = press(desk, page, button(page, "Move “C” up"))
    assert answer.status_code == 409
    assert "meanwhile" in text_of(answer)
    assert rows(html.fromstring(answer.content.decode())) == ["B", "C"]


@pytest.mark.parametrize("label", ["Move “A” down", "Take out: A", "Set the times"])
def test_a_row_that_somebody_took_out_meanwhile_is_told(cast, label):
    desk = in_english(cast.managing_editor)
    three()
    page = screen(desk)
    first = Placement.objects.get(article__title="A")
    desk.post(reverse("admin:articles_placement_remove", args=[first.pk]), {"version": 3})
    answer = press(desk, page, button(page, label))
    assert answer.status_code == 409
    assert "has left that slot already" in text_of(answer)
    assert rows(html.fromstring(answer.content.decode())) == ["B", "C"]


def test_an_act_is_never_done_by_looking(desk):
    three()
    row = Placement.objects.first()
    for name, argument in (
        ("move", row.pk),
        ("remove", row.pk),
        ("times", row.pk),
        ("undo", "noi-bat"),
    ):
        assert (
            desk.get(reverse(f"admin:articles_placement_{name}", args=[argument])).status_code
            == 405
        )
    for name in ("undo", "place"):
        address = reverse(f"admin:articles_placement_{name}", args=["khong-co"])
        assert desk.post(address, {"version": 0}).status_code == 404


def test_who_may_not_arrange_sees_the_page_without_tools(cast):
    three()
    page = screen(sign_in(cast.reporter))
    assert rows(page) == ["A", "B", "C"]
    assert not page.xpath("//div[@class='arrange']//button | //div[@class='arrange']//form")


def test_the_page_says_why_readers_do_not_see_a_row(cast):
    desk = in_english(cast.managing_editor)
    soon = timezone.now() + timedelta(hours=1)
    first = make_published(title="Trước").article
    second = make_published(title="Sau").article
    place(second, "front-lead", by=None)
    place(first, "front-lead", by=None)
    place(first, "noi-bat", by=None)
    place(make_published(title="Hẹn giờ", at=soon).article, "noi-bat", by=None)
    place(make_published(title="Xếp trước").article, "noi-bat", by=None, starts=soon)
    page = screen(desk)
    notes = {
        " ".join(mark.getparent().xpath("string(h3)").split()): mark.text
        for mark in page.xpath("//*[@data-mark='later']")
    }
    assert notes == {
        "Sau": "Waits behind the lead above it.",
        "Trước": "Stands higher on the page already.",
        "Hẹn giờ": "Not yet: the article is not out.",
        "Xếp trước": "Not yet: its time comes.",
    }


def test_what_fills_a_slot_is_shown_and_can_be_kept(cast):
    desk = in_english(cast.managing_editor)
    make_published(title="Mới nhất")
    page = screen(desk)
    assert press(desk, page, button(page, "Keep it here: Mới nhất")).status_code == 302
    assert rows(screen(desk)) == ["Mới nhất"]


def test_the_page_costs_the_same_however_much_is_placed(desk):
    image = make_image()

    def cost() -> int:
        desk.get(PAGE)
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(PAGE).status_code == 200
        return len(captured)

    for slot in ("front-lead", "noi-bat", "dung-bo-lo"):
        for _ in range(5):
            place(make_published(body=figure(image)).article, slot, by=None)
    few = cost()
    for _ in range(12):
        place(make_published(body=figure(image)).article, "noi-bat", by=None)
    assert cost() == few


def test_an_article_published_again_is_named_as_readers_see_it(desk):
    publication = make_published(title="Tựa cũ")
    place(publication.article, "noi-bat", by=None)
    publish(publication.article, by=None, at=timezone.now() + timedelta(hours=1))
    assert rows(screen(desk)) == ["Tựa cũ"]
