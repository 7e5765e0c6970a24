"""The moderation queue on the desk."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from articles.comments.actions.deciding import approve_comment, reject_comment
from articles.comments.admin import bulk
from articles.comments.models import Comment, Reason, Status
from articles.models import Activity
from articles.structure import GRANTS, Role
from tests.cast import make_cast
from tests.comment_factories import make_approved, make_rejected, make_waiting
from tests.factories import make_published

pytestmark = pytest.mark.django_db

QUEUE = "/toa-soan/comments/comment/"
MODERATING = [role for role in Role if "approve_comment" in GRANTS[role]]
OTHERS = [role for role in Role if role not in MODERATING]


@pytest.fixture
def publication():
    return make_published(title="Bến sớm lúc ba giờ sáng")


@pytest.fixture
def desk(client, cast):
    """The comment moderator's browser, in English."""
    cast.comment_moderator.desk_language = "en"
    cast.comment_moderator.save()
    client.force_login(cast.comment_moderator)
    return client


def verb(comment, name: str) -> str:
    return reverse(f"admin:comments_comment_{name}", args=[comment.pk])


def shown(response) -> list[int]:
    """The ids of the comments in the list, in its order."""
    found = re.findall(r'name="_selected_action" value="(\d+)"', response.content.decode())
    return [int(pk) for pk in found]


def told(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def acts() -> list[tuple[str, int]]:
    rows = Activity.objects.filter(target_type="comment", actor__isnull=False)
    return list(rows.order_by("pk").values_list("act", "target_id"))


# --- the list ------------------------------------------------------------------------------------


def test_what_waits_is_shown_first_and_who_has_waited_longest_on_top(desk, publication):
    first, second = make_waiting(publication), make_waiting(publication)
    make_approved(publication)
    make_rejected(publication)
    make_waiting(publication, is_spam=True)
    assert shown(desk.get(QUEUE)) == [first.pk, second.pk]


@pytest.mark.parametrize("status", ["approved", "rejected", "spam", "all", "waiting", "odd"])
def test_the_filter_chooses_by_status(desk, publication, status):
    made = {
        "waiting": make_waiting(publication),
        "approved": make_approved(publication),
        "rejected": make_rejected(publication),
        "spam": make_waiting(publication, is_spam=True),
    }
    wanted = {"all": list(made.values())[::-1], "odd": [made["waiting"]]}
    response = desk.get(QUEUE, {"status": status})
    assert shown(response) == [row.pk for row in wanted.get(status, [made.get(status)])]


@pytest.mark.parametrize("query", ["đường", "DUONG", "nguoc dong", "Đường ngược", "tu ghenh"])
def test_it_is_searched_without_accents(desk, publication, query):
    wanted = make_waiting(publication, name="Tư Ghềnh", body="Đường đi ngược dòng.")
    make_waiting(publication, body="Chuyện khác.")
    assert shown(desk.get(QUEUE, {"q": query})) == [wanted.pk]


@pytest.mark.parametrize("query", ["?p=x", "?o=9", "?q=%00", "?status=", "?x=1", "?article=x"])
def test_odd_queries_are_answered(desk, publication, query):
    desk.raise_request_exception = False
    assert desk.get(QUEUE + query).status_code in {200, 302, 400}


def test_the_list_takes_the_same_queries_for_one_and_for_many(
    desk, publication, django_assert_max_num_queries
):
    thread = make_approved(publication)
    for many in (1, 30):
        for _ in range(many):
            make_waiting(publication, parent=thread)
        with django_assert_max_num_queries(14):
            desk.get(QUEUE)


def test_a_row_tells_what_is_needed_to_decide(desk, publication):
    thread = make_approved(publication, name="Chủ Thớt", body="Điều được trả lời.")
    make_rejected(publication, email="tu@thu.example")
    make_waiting(publication, parent=thread, email="tu@thu.example", body="<b>Đáp</b>")
    page = desk.get(QUEUE).content.decode()
    assert "Bến sớm lúc ba giờ sáng" in page
    assert "Answers Chủ Thớt:" in page
    assert "Điều được trả lời." in page
    assert "&lt;b&gt;Đáp&lt;/b&gt;" in page
    assert "0 approved, 1 rejected" in page
    assert "tu@thu.example" not in page


# --- one click -----------------------------------------------------------------------------------


def test_an_answer_to_what_is_hidden_says_that_readers_do_not_see_it(desk, publication):
    thread = make_approved(publication)
    make_waiting(publication, parent=thread)
    unseen = "Readers do not see this answer"
    assert unseen not in desk.get(QUEUE).content.decode()
    reject_comment(thread, by=None, reason=Reason.OFFENSIVE)
    assert unseen in desk.get(QUEUE).content.decode()


def test_one_click_approves(desk, publication, cast):
    comment = make_waiting(publication)
    response = desk.post(verb(comment, "approve"), {"query": "status=waiting&q=a"})
    assert response.status_code == 302
    assert response.url == f"{QUEUE}?status=waiting&q=a"
    assert told(desk.get(response.url)) == "Comments approved: 1."
    comment.refresh_from_db()
    assert (comment.status, comment.decided_by) == (Status.APPROVED, cast.comment_moderator)
    assert acts() == [("approve_comment", comment.pk)]


def test_one_click_rejects_with_a_reason_and_a_note(desk, publication):
    comment = make_approved(publication)
    data = {"reason": Reason.FALSE, "note": "Sai số liệu."}
    assert desk.post(verb(comment, "reject"), data).status_code == 302
    comment.refresh_from_db()
    assert (comment.status, comment.reason_code) == (Status.REJECTED, Reason.FALSE)
    assert Activity.objects.latest("pk").data["note"] == "Sai số liệu."


def test_without_a_reason_it_asks_for_one_and_keeps_the_note(desk, publication):
    comment = make_waiting(publication)
    data = {"reason": "", "note": "Ghi chú", "query": "q=x", f"version-{comment.pk}": "0"}
    response = desk.post(verb(comment, "reject"), data)
    assert response.status_code == 200
    page = response.content.decode()
    assert "Why reject?" in page
    assert ">Ghi chú</textarea>" in page
    assert f'action="{QUEUE}?q=x"' in page
    assert f'name="version-{comment.pk}" value="0"' in page
    assert acts() == []


def test_the_note_is_not_cut(desk, publication):
    comment = make_waiting(publication)
    response = desk.post(verb(comment, "reject"), {"reason": Reason.OTHER, "note": "x" * 501})
    page = response.content.decode()
    assert "x" * 501 in page
    assert "The note has 501 characters; 500 is the most." in page
    assert f'value="{Reason.OTHER}" checked' in page
    assert acts() == []


def test_the_lines_of_a_note_count_as_the_browser_counts_them(desk, publication):
    comment = make_waiting(publication)
    note = "x\r\n" * 249 + "xx"
    response = desk.post(verb(comment, "reject"), {"reason": Reason.OTHER, "note": note})
    assert response.status_code == 302
    assert acts() == [("reject_comment", comment.pk)]


def test_a_row_that_a_colleague_decided_meanwhile_is_told(desk, publication):
    comment = make_waiting(publication)
    reject_comment(comment, by=None, reason=Reason.SPAM)
    response = desk.post(verb(comment, "approve"), {f"version-{comment.pk}": "0"}, follow=True)
    assert "is rejected now" in told(response)
    comment.refresh_from_db()
    assert comment.status == Status.REJECTED
    assert acts() == []


def test_the_buttons_carry_the_version_that_is_on_the_screen(desk, publication):
    comment = make_approved(publication)
    for page in (
        desk.get(QUEUE, {"status": "all"}).content.decode(),
        desk.get(f"{QUEUE}{comment.pk}/change/").content.decode(),
    ):
        form = re.search(rf'<form id="decide-{comment.public_id}".*?</form>', page, re.DOTALL)[0]
        assert f'name="version-{comment.pk}" value="1"' in form
        assert "csrfmiddlewaretoken" in form
        assert f'form="decide-{comment.public_id}" formaction="{verb(comment, "reject")}"' in page


# --- in bulk -------------------------------------------------------------------------------------


def bulk_data(action: str, comments: list[Comment], **more) -> dict:
    versions = {f"version-{comment.pk}": str(comment.version) for comment in comments}
    ticked = [str(comment.pk) for comment in comments]
    return {"action": action, "_selected_action": ticked, "index": "0"} | versions | more


def test_those_ticked_are_approved_each_with_its_own_activity(desk, publication):
    waiting = [make_waiting(publication) for _ in range(3)]
    response = desk.post(f"{QUEUE}?q=y", bulk_data("approve", waiting[:2]), follow=True)
    assert response.redirect_chain == [(f"{QUEUE}?q=y", 302)]
    assert told(response) == "Comments approved: 2."
    assert acts() == [("approve_comment", comment.pk) for comment in waiting[:2]]


def test_those_ticked_are_rejected_after_the_reason_is_given(desk, publication):
    waiting = [make_waiting(publication) for _ in range(2)]
    asked = desk.post(f"{QUEUE}?q=y", bulk_data("reject", waiting))
    page = asked.content.decode()
    assert shown(asked) == [comment.pk for comment in waiting]
    assert acts() == []
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    data = {name: [value for key, value in hidden if key == name] for name, _value in hidden}
    response = desk.post(f"{QUEUE}?q=y", data | {"reason": Reason.SPAM, "note": ""}, follow=True)
    assert response.redirect_chain == [(f"{QUEUE}?q=y", 302)]
    assert told(response) == "Comments rejected: 2."
    assert acts() == [("reject_comment", comment.pk) for comment in waiting]


def test_each_item_has_its_own_result(desk, publication):
    good, taken, done, gone = (make_waiting(publication) for _ in range(4))
    data = bulk_data("approve", [good, taken, done, gone])
    reject_comment(taken, by=None, reason=Reason.SPAM)
    approve_comment(done, by=None)
    Comment.objects.filter(pk=gone.pk).update(status=Status.WITHDRAWN)
    response = desk.post(QUEUE, data, follow=True)
    assert f"“{taken.display_name}” is rejected now" in told(response)
    assert "withdrawn by its author" in told(response)
    assert "Comments approved: 2." in told(response)
    assert acts() == [("approve_comment", good.pk)]


def test_more_than_the_limit_is_refused_whole(desk, publication, monkeypatch):
    monkeypatch.setattr(bulk, "MOST_AT_ONCE", 2)
    waiting = [make_waiting(publication) for _ in range(3)]
    everything = bulk_data("approve", waiting[:1], select_across="1")
    response = desk.post(QUEUE, everything, follow=True)
    assert "At most 2" in told(response)
    assert acts() == []
    waiting[0].refresh_from_db()
    approve_comment(waiting[0], by=None)
    response = desk.post(QUEUE, bulk_data("approve", waiting[1:2], select_across="1"), follow=True)
    assert told(response) == "Comments approved: 2."


@pytest.mark.parametrize("ticked", [["x"], ["9" * 30], ["-1"], ["٣"], [""]])
def test_what_is_no_comment_decides_nothing(desk, publication, ticked):
    make_waiting(publication)
    desk.raise_request_exception = False
    data = {"action": "approve", "_selected_action": ticked, "index": "0"}
    assert desk.post(QUEUE, data).status_code == 302
    assert acts() == []


def test_deleting_is_not_offered_and_a_forged_delete_does_nothing(desk, publication):
    comment = make_waiting(publication)
    assert "delete_selected" not in desk.get(QUEUE).content.decode()
    desk.post(QUEUE, bulk_data("delete_selected", [comment], post="yes"))
    assert desk.post(f"{QUEUE}{comment.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Comment.objects.filter(pk=comment.pk).exists()


# --- one comment -----------------------------------------------------------------------------


def test_the_page_of_a_comment_tells_its_history(desk, publication, cast):
    comment = make_waiting(publication, body="Nguyên văn.")
    approve_comment(comment, by=cast.managing_editor)
    reject_comment(
        comment, by=cast.comment_moderator, reason=Reason.FALSE, note="Xem bài đính chính."
    )
    page = desk.get(f"{QUEUE}{comment.pk}/change/").content.decode()
    assert page.index("false information") < page.index("Xem bài đính chính.")
    assert str(cast.managing_editor) in page
    assert "Nguyên văn." in page
    assert reverse("admin:articles_article_change", args=[comment.article_id]) in page


def test_the_record_of_acts_says_the_reason_in_words(publication, cast):
    comment = make_waiting(publication)
    reject_comment(comment, by=cast.comment_moderator, reason=Reason.FALSE, note="")
    activity = Activity.objects.get(act="reject_comment")
    client = Client()
    client.force_login(cast.managing_editor, backend="articles.accounts.DeskBackend")
    page = client.get(reverse("admin:articles_activity_change", args=[activity.pk]))
    assert "sai sự thật" in page.content.decode()


def test_it_is_read_only(desk, publication):
    comment = make_waiting(publication)
    assert desk.post(f"{QUEUE}{comment.pk}/change/", {"body": "khác"}).status_code == 403
    assert desk.post(f"{QUEUE}add/", {"body": "khác"}).status_code == 403
    assert desk.get(f"{QUEUE}add/").status_code == 403
    comment.refresh_from_db()
    assert comment.body != "khác"


def test_a_comment_that_is_not_there_leads_back(desk):
    for pk in ("5", "x", "9" * 30):
        assert desk.get(f"{QUEUE}{pk}/change/").status_code == 302
    assert desk.post(f"{QUEUE}5/approve/").status_code == 404


# --- who may -------------------------------------------------------------------------------------


def addresses(comment) -> list[str]:
    return [QUEUE, f"{QUEUE}{comment.pk}/change/", f"{QUEUE}{comment.pk}/history/"]


@pytest.mark.parametrize("role", MODERATING)
def test_those_whom_the_table_allows_see_the_queue_and_decide(client, cast, publication, role):
    comment = make_waiting(publication)
    client.force_login(cast.of(role))
    for address in addresses(comment):
        assert client.get(address).status_code == 200
    assert QUEUE in client.get("/toa-soan/").content.decode()
    client.post(verb(comment, "approve"))
    client.post(verb(comment, "reject"), {"reason": Reason.OTHER})
    assert acts() == [("approve_comment", comment.pk), ("reject_comment", comment.pk)]


@pytest.mark.parametrize("role", OTHERS)
def test_the_rest_of_the_newsroom_may_not(client, cast, publication, role):
    comment = make_waiting(publication)
    client.force_login(cast.of(role))
    for address in addresses(comment):
        assert client.get(address).status_code == 403
    assert QUEUE not in client.get("/toa-soan/").content.decode()
    assert client.post(verb(comment, "approve")).status_code == 403
    assert client.post(verb(comment, "reject"), {"reason": Reason.OTHER}).status_code == 403
    assert client.post(QUEUE, bulk_data("approve", [comment])).status_code == 403
    assert acts() == []


def test_strangers_and_readers_are_sent_to_sign_in(client, cast, publication):
    comment = make_waiting(publication)
    for person in (None, cast.stranger):
        if person:
            client.force_login(person)
        for address in addresses(comment):
            assert client.get(address).status_code == 302
        assert client.post(verb(comment, "approve")).status_code == 302
        assert client.post(QUEUE, bulk_data("approve", [comment])).status_code == 302
    assert acts() == []


def test_verbs_are_only_for_post_and_only_with_a_csrf_token(desk, cast, publication):
    comment = make_waiting(publication)
    for name in ("approve", "reject"):
        assert desk.get(verb(comment, name)).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.comment_moderator)
    assert strict.post(verb(comment, "approve")).status_code == 403
    assert strict.post(QUEUE, bulk_data("approve", [comment])).status_code == 403
    assert acts() == []


def test_the_first_page_shows_who_waits_to_those_who_decide(client, publication):
    make_waiting(publication, name="Tư Ghềnh", body="Chờ từ sáng.")
    cast = make_cast()
    for person, sees in ((cast.comment_moderator, True), (cast.editor, False)):
        client.force_login(person, backend="articles.accounts.DeskBackend")
        page = client.get("/toa-soan/").content.decode()
        assert ("Chờ từ sáng." in page) is sees, person
