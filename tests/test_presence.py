"""Who else has an article open: known soon, told when somebody takes over, gone when they leave."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.actions.reviewing import claim, submit
from articles.actions.saving import save
from articles.models import Activity, Presence
from tests import factories
from tests.desk import address, newest, sign_in

pytestmark = pytest.mark.django_db


class Window:
    """An article's form open at one person's, as its script speaks to the desk."""

    def __init__(self, person, article, key="a"):
        self.person, self.article, self.key = person, article, key * 32
        self.version = article.version
        self.client = sign_in(person)

    def tell(self, **more) -> str:
        """What the window shows about the others after telling that it is there."""
        message = {"key": self.key, "person": self.person.pk, "version": self.version} | more
        answer = self.client.post(
            address("pulse", self.article.pk), json.dumps(message), content_type="application/json"
        )
        assert answer.status_code == 200
        return " ".join(answer.json().get("beside", "").split())


@pytest.fixture
def article():
    return factories.make_article()


def test_two_people_see_each_other_and_nobody_sees_themselves(cast, article):
    editor, head = Window(cast.editor, article), Window(cast.managing_editor, article)
    assert editor.tell() == ""
    assert "editor" in head.tell()
    assert "managing_editor" in editor.tell()
    assert not Activity.objects.filter(actor__isnull=False).exists()


def test_who_has_another_article_open_is_not_named(cast, article):
    Window(cast.managing_editor, factories.make_article()).tell()
    assert Window(cast.editor, article).tell() == ""


def test_a_second_window_of_ones_own_is_told_of(cast, article):
    Window(cast.editor, article).tell()
    assert Window(cast.editor, article, key="b").tell() != ""


def test_who_leaves_is_gone_and_who_falls_silent_too(cast, article):
    editor, head = Window(cast.editor, article), Window(cast.managing_editor, article)
    head.tell()
    head.tell(leaving=True)
    assert editor.tell() == ""
    head.tell()
    quiet = Presence.objects.filter(user=head.person)
    quiet.update(seen_at=timezone.now() - timedelta(seconds=30))
    assert "<small>" in editor.tell()
    quiet.update(seen_at=timezone.now() - timedelta(seconds=80))
    assert editor.tell() == ""


def test_taking_over_tells_the_other_and_locks_nobody_out(cast, article):
    editor, head = Window(cast.editor, article), Window(cast.managing_editor, article)
    editor.tell()
    assert "data-take-over" in head.tell()
    head.tell(takingOver=True)
    told = editor.tell()
    assert "beside-warning" in told and "managing_editor" in told
    save(article, newest(article), by=cast.editor, base_version=article.version)
    editor.tell(takingOver=True)
    assert "beside-warning" not in editor.tell()
    assert "beside-warning" in head.tell()


def test_a_newer_save_is_told_of_before_ones_own(cast, article):
    window = Window(cast.editor, article)
    draft = factories.make_draft(section=article.section)
    save(article, draft, by=cast.managing_editor, base_version=article.version)
    assert "managing_editor" in window.tell()


def test_who_claims_the_article_is_named_to_those_who_cannot_save_any_more(cast, article):
    window = Window(cast.editor, article)
    submit(article, by=cast.managing_editor)
    claim(article, by=cast.managing_editor)
    told = window.tell()
    assert "beside-warning" in told and "managing_editor" in told


def test_an_article_that_is_not_there_has_nobody_at_it(cast, article):
    article.pk = 10**9
    Window(cast.editor, article).tell()
    assert not Presence.objects.exists()
