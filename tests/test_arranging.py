"""Slots: each change is one act, told so that it can be undone; nothing is lost or stands twice."""

import random
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from articles.actions.placing import move, place, remove, set_times, undo
from articles.actions.publishing import publish
from articles.actions.refusals import NotPermitted, Refused, Stale
from articles.actions.withdrawing import withdraw
from articles.frame import load_frame
from articles.front_page import DO_NOT_MISS_SIZE, HIGHLIGHTS_SIZE, FrontPage, compose
from articles.models import Activity, Arrangement, Placement, PublishedArticle, Slot
from articles.page import published_page
from articles.views.article import article_context
from newsroom.pagestore.versions import versions
from tests.factories import figure, make_article, make_image, make_published, make_section

from .cast import make_cast

pytestmark = pytest.mark.django_db


def titles(slot: str = "noi-bat") -> list[str]:
    rows = Placement.objects.filter(slot=slot, visible_until__gt=timezone.now())
    return [row.article.title for row in rows.order_by("position", "id")]


def placed(*names: str, slot: str = "noi-bat") -> dict[str, Placement]:
    return {name: place(make_published(title=name).article, slot, by=None) for name in names}


def acts() -> list[str]:
    rows = Activity.objects.filter(act="place").order_by("pk")
    return [row.data["how"] for row in rows]


# --- Changing ---------------------------------------------------------------------------------


def test_the_next_article_stands_last_and_as_lead_first():
    placed("A", "B", "C")
    placed("D", "E", slot="front-lead")
    assert titles() == ["A", "B", "C"]
    assert titles("front-lead") == ["E", "D"]


@pytest.mark.parametrize(
    ("name", "to", "after"),
    [("A", 1, "BAC"), ("A", 2, "BCA"), ("C", 0, "CAB"), ("C", 1, "ACB"), ("B", 99, "ACB")],
)
def test_moving_puts_it_where_it_was_asked_to_stand(name, to, after):
    rows = placed("A", "B", "C")
    move(rows[name], to, by=None)
    assert titles() == list(after)
    assert acts() == ["added"] * 3 + ["moved"]


def test_moving_it_to_where_it_stands_writes_nothing():
    rows = placed("A", "B")
    before = versions(["front"])["front"]
    move(rows["B"], 1, by=None)
    assert acts() == ["added", "added"]
    assert versions(["front"])["front"] == before


def test_each_change_raises_front_page_and_slot():
    rows = placed("A", "B")
    for change in (
        lambda: move(rows["A"], 1, by=None),
        lambda: set_times(rows["A"], starts=None, ends=soon(5), by=None),
        lambda: remove(rows["A"], by=None),
        lambda: undo("noi-bat", by=None),
    ):
        before = versions(["front", "slot:noi-bat"])
        change()
        after = versions(["front", "slot:noi-bat"])
        assert after == {key: version + 1 for key, version in before.items()}


def soon(hours: float):
    return timezone.now() + timedelta(hours=hours)


def test_times_can_be_set_and_must_not_cross():
    rows = placed("A")
    ends = soon(2)
    set_times(rows["A"], starts=None, ends=ends, by=None)
    row = Placement.objects.get()
    assert (row.visible_from, row.visible_until) == (rows["A"].visible_from, ends)
    with pytest.raises(Refused) as refused:
        set_times(row, starts=soon(3), ends=soon(2), by=None)
    assert refused.value.field == "ends"
    with pytest.raises(Refused):
        set_times(row, starts=None, ends=soon(-1), by=None)


def test_without_a_beginning_one_that_waits_stands_from_now():
    row = placed("A")["A"]
    set_times(row, starts=soon(5), ends=None, by=None)
    set_times(row, starts=None, ends=None, by=None)
    assert Placement.objects.get().visible_from <= timezone.now()


def test_an_article_may_return_to_a_slot_later_but_not_while_it_stands_there():
    article = make_published().article
    place(article, "noi-bat", by=None, ends=soon(1))
    later = place(article, "noi-bat", by=None, starts=soon(1), ends=soon(2))
    with pytest.raises(Refused):
        place(article, "noi-bat", by=None, starts=soon(1.5))
    with pytest.raises(Refused):
        set_times(later, starts=soon(0.5), ends=soon(2), by=None)


def test_a_change_decided_on_an_older_arrangement_is_refused():
    rows = placed("A", "B")
    seen = Arrangement.objects.get(slot="noi-bat").version
    move(rows["A"], 1, by=None, base_version=seen)
    for change in (
        lambda: move(rows["A"], 0, by=None, base_version=seen),
        lambda: remove(rows["A"], by=None, base_version=seen),
        lambda: set_times(rows["A"], starts=None, ends=soon(1), by=None, base_version=seen),
        lambda: undo("noi-bat", by=None, base_version=seen),
        lambda: place(make_published().article, "noi-bat", by=None, base_version=seen),
    ):
        with pytest.raises(Stale):
            change()
    assert titles() == ["B", "A"]


def test_one_who_may_not_place_changes_nothing():
    rows, editor = placed("A", "B"), make_cast().editor
    for change in (
        lambda: move(rows["A"], 1, by=editor),
        lambda: remove(rows["A"], by=editor),
        lambda: set_times(rows["A"], starts=None, ends=soon(1), by=editor),
        lambda: undo("noi-bat", by=editor),
    ):
        with pytest.raises(NotPermitted):
            change()
    assert titles() == ["A", "B"]


# --- Undoing ----------------------------------------------------------------------------------


def test_every_change_can_be_undone_and_done_again():
    rows = placed("A", "B", "C")
    last = make_published(title="D").article
    changes = [
        (lambda: move(rows["C"], 0, by=None), "CAB"),
        (lambda: remove(rows["A"], by=None), "CB"),
        (lambda: place(last, "noi-bat", by=None), "CBD"),
    ]
    for change, after in changes:
        before = titles()
        change()
        assert titles() == list(after)
        undo("noi-bat", by=None)
        assert titles() == before
        undo("noi-bat", by=None)
        assert titles() == list(after)


def test_times_are_given_back_by_undoing():
    rows = placed("A")
    set_times(rows["A"], starts=None, ends=soon(1), by=None)
    undo("noi-bat", by=None)
    assert Placement.objects.get().visible_until == rows["A"].visible_until


def test_undoing_leaves_other_slots_alone():
    placed("A")
    placed("B", slot="dung-bo-lo")
    undo("noi-bat", by=None)
    assert (titles(), titles("dung-bo-lo")) == ([], ["B"])


def test_what_readers_lost_meanwhile_does_not_come_back():
    rows = placed("A", "B", "C")
    article = rows["B"].article
    remove(rows["A"], by=None)
    withdraw(article, by=None, reason="Sai.")
    undo("noi-bat", by=None)
    assert titles() == ["A", "C"]


def test_what_is_over_meanwhile_does_not_come_back():
    placed("A")
    row = place(make_published(title="B").article, "noi-bat", by=None, ends=soon(1))
    remove(row, by=None)
    with time_machine.travel(soon(2), tick=False):
        with pytest.raises(Refused):
            undo("noi-bat", by=None)
        assert titles() == ["A"]


def test_where_nothing_was_changed_there_is_nothing_to_undo():
    with pytest.raises(Refused):
        undo("noi-bat", by=None)


def test_an_undoing_is_an_act_of_its_own():
    person = make_cast().managing_editor
    placed("A")
    undo("noi-bat", by=person)
    row = Activity.objects.filter(act="place").first()
    assert (row.actor, row.data["how"], row.data["after"]) == (person, "undone", [])


# --- What readers get -------------------------------------------------------------------------


def test_what_the_desk_leaves_empty_the_newest_fill():
    made = [make_published(title=f"Bài {number}") for number in range(20)]
    place(made[3].article, Slot.HIGHLIGHTS, by=None)
    front = compose(load_frame(timezone.now()))
    assert [row.title for row in front.highlights] == [f"Bài {n}" for n in (3, 19, 18, 17, 16)]
    assert [row.title for row in front.do_not_miss] == [f"Bài {n}" for n in (15, 14, 13, 12)]


def test_more_than_fill_a_list_are_all_shown():
    rows = placed(*"ABCDEFG")
    front = compose(load_frame(timezone.now()))
    assert [row.title for row in front.highlights] == list(rows)


def everything_on(front: FrontPage) -> list[int]:
    parts = [*front.top().values(), *(rows for _section, rows in front.blocks)]
    return [row.article_id for part in [*parts, front.newest.articles] for row in part]


def test_however_it_is_arranged_no_article_stands_twice_on_a_page():
    chance = random.Random(19_05)
    sections = [make_section() for _ in range(4)]
    sections += [make_section(parent=section) for section in sections[:2]]
    image = make_image()
    articles = [
        make_published(
            section=chance.choice(sections),
            also_in=tuple(each.pk for each in chance.sample(sections, 2)),
            body=figure(image) if chance.random() < 0.3 else "<p>Chữ.</p>",
            at=soon(1) if chance.random() < 0.1 else None,
        ).article
        for _ in range(60)
    ]
    hits = 0
    for _round in range(120):
        act = chance.choice([do_place] * 4 + [do_move, do_remove, do_withdraw, undo_something])
        try:
            act(chance, articles)
        except Refused:
            continue
        for now in (timezone.now(), soon(chance.choice([0.4, 1.2]))):
            frame = load_frame(now)
            front = compose(frame)
            shown = everything_on(front)
            assert len(shown) == len(set(shown))
            visible = PublishedArticle.objects.visible(now)
            assert set(shown) <= set(visible.values_list("article_id", flat=True))
            assert len(front.highlights) >= HIGHLIGHTS_SIZE
            assert len(front.do_not_miss) >= DO_NOT_MISS_SIZE
        rows = visible.select_related("section__parent", "body", "lead_image").order_by("pk")
        publication = rows[chance.randrange(len(rows))]
        context = article_context(published_page(publication, frame.masthead), frame)
        beside = [row.article_id for row in context["highlights"] + context["do_not_miss"]]
        assert len(beside) == len(set(beside)) and publication.article_id not in beside
        hits += bool(beside)
    assert hits > 30


def do_place(chance: random.Random, articles: list) -> None:
    hours = chance.choice([0, 0, 0.3])
    ends = chance.choice([None, soon(1)])
    place(
        chance.choice(articles), chance.choice(Slot.values), by=None, starts=soon(hours), ends=ends
    )


def do_move(chance: random.Random, articles: list) -> None:
    move(any_placement(chance), chance.randrange(4), by=None)


def do_remove(chance: random.Random, articles: list) -> None:
    remove(any_placement(chance), by=None)


def do_withdraw(chance: random.Random, articles: list) -> None:
    if len(articles) > 45:
        article = articles.pop(chance.randrange(len(articles)))
        withdraw(article, by=None, reason="Thử")
        assert not Placement.objects.filter(article=article).exists()


def undo_something(chance: random.Random, articles: list) -> None:
    undo(chance.choice(Slot.values), by=None)


def any_placement(chance: random.Random) -> Placement:
    rows = list(Placement.objects.order_by("pk"))
    if not rows:
        raise Refused("nothing is placed")
    return chance.choice(rows)


def test_a_scheduled_article_may_be_placed_and_a_draft_not():
    scheduled = make_published(title="Sắp ra", at=soon(1)).article
    place(scheduled, "noi-bat", by=None)
    with pytest.raises(Refused):
        place(make_article(), "noi-bat", by=None)
    names = [row.title for row in compose(load_frame(timezone.now())).highlights]
    assert names == []
    with time_machine.travel(soon(2), tick=False):
        names = [row.title for row in compose(load_frame(timezone.now())).highlights]
    assert names == ["Sắp ra"]


def test_publishing_again_keeps_the_place():
    rows = placed("A", "B")
    publish(rows["A"].article, by=None)
    assert [row.title for row in compose(load_frame(timezone.now())).highlights] == ["A", "B"]
