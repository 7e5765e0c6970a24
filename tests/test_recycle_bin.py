"""The recycle bin: drafts leave the lists, and nothing is ever lost there."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.actions.binning import bin_article, unbin_article
from articles.actions.publishing import publish
from articles.actions.refusals import Refused
from articles.actions.reviewing import submit
from articles.actions.withdrawing import withdraw
from articles.models import Activity, Article

from . import factories

pytestmark = pytest.mark.django_db


def test_a_draft_goes_and_comes_back_as_it_was(cast):
    article = factories.make_article(by=cast.reporter)
    binned = bin_article(article, by=cast.reporter)
    assert binned.state == "binned"
    back = unbin_article(binned, by=cast.reporter)
    assert (back.state, back.title, back.revision_number) == ("draft", article.title, 1)
    acts = list(Activity.objects.order_by("pk").values_list("act", flat=True))
    assert acts[-2:] == ["bin_article", "unbin_article"]


def test_what_readers_have_had_or_will_have_is_withdrawn_instead(cast):
    row = factories.make_published()
    withdrawn = withdraw(factories.make_published().article, by=None, reason="Sai")
    later = factories.make_published(at=timezone.now() + timedelta(hours=1))
    for article in (row.article, withdrawn, later.article):
        with pytest.raises(Refused):
            bin_article(article, by=cast.managing_editor)


def test_a_returned_article_that_readers_have_cannot_be_binned(cast):
    row = factories.make_published()
    Article.objects.filter(pk=row.article_id).update(state="returned")
    with pytest.raises(Refused, match=r"(?i)withdraw|gỡ"):
        bin_article(row.article, by=cast.managing_editor)


def test_nothing_else_can_be_done_with_it_but_taking_it_out(cast):
    binned = bin_article(factories.make_article(), by=cast.editor)
    for act in (submit, publish, bin_article):
        with pytest.raises(Refused):
            act(binned, by=cast.editor_in_chief)


def test_the_list_leaves_it_out_and_the_bin_is_a_choice_of_its_own(client, cast):
    kept, binned = factories.make_article(), factories.make_article()
    bin_article(binned, by=cast.editor)
    client.force_login(cast.editor, backend="articles.accounts.DeskBackend")
    address = reverse("admin:articles_article_changelist")
    whole = client.get(address).content.decode()
    assert kept.title in whole
    assert binned.title not in whole
    inside = client.get(address, {"state": "binned"}).content.decode()
    assert binned.title in inside
    assert kept.title not in inside


def test_no_tick_ever_empties_it(cast):
    binned = bin_article(factories.make_article(), by=cast.editor)
    with time_machine.travel(timezone.now() + timedelta(days=3000)):
        call_command("tick")
    assert Article.objects.get(pk=binned.pk).revisions.count() == 1
