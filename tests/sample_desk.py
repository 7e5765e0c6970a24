"""The sample's desk with something of everything on it, for those who look at all of its screens.

Only for a process that is one of the sample's own: `tests.services.sample.use_its_settings`.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db.models import Count
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from playwright.sync_api import Browser, BrowserContext

from articles import body
from articles.actions.autosaving import keep_draft
from articles.actions.binning import bin_article
from articles.actions.correcting import approve_correction, write_correction
from articles.actions.naming import name_revision
from articles.actions.noting import write_note
from articles.actions.previewing import LIVES, create_preview_link
from articles.actions.renaming import rename_tag
from articles.actions.saving import create, save
from articles.actions.taking_down import take_down
from articles.actions.withdrawing import withdraw
from articles.comments.models import Comment, Status
from articles.draft import Draft
from articles.models import (
    Activity,
    Article,
    Author,
    Correction,
    DeskNote,
    Image,
    PublishedArticle,
    Redirect,
    Section,
    Tag,
    User,
)
from articles.structure import State

UNSAVED_KEY = "c0ffee" * 5 + "aa"


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """One row of each kind that a screen shows; `live` has pictures, and differs from `readers`."""

    draft: Article
    submitted: Article
    held: Article
    awaiting: Article
    ready: Article
    returned: Article
    scheduled: Article
    live: Article
    withdrawn: Article
    binned: Article
    note: DeskNote
    waiting_correction: Correction
    correction: Correction
    picture: Image
    picture_down: Image
    waiting_comment: Comment
    comment: Comment
    author: Author
    tag: Tag
    section: Section
    person: User
    head: User
    activity: Activity
    redirect: Redirect

    def reset_link(self) -> str:
        """Where this person sets a new password without the old one."""
        code = urlsafe_base64_encode(force_bytes(self.person.pk))
        token = default_token_generator.make_token(self.person)
        return reverse("admin:password_reset_confirm", args=[code, token])


def people() -> dict[str, User]:
    """The sample's people by the names they sign in with."""
    return {person.username: person for person in User.objects.filter(is_sample=True)}


def fill_desk() -> SampleDesk:
    """Do, by the acts people use, what the freshly loaded sample lacks."""
    who = people()
    reporter, editor = who["phongvien"], who["bientap"]
    head, managing = who["truongban"], who["thukytoasoan"]
    section = Section.objects.get(name="Thời sự")
    live = _richest(section)
    draft = newest(live)
    changed = replace(draft, title=f"{draft.title}, nhìn từ bến đò")
    save(live, changed, by=managing, base_version=live.version)
    waiting, told = (_correction(live, editor, heading) for heading in HEADINGS)
    approve_correction(told, by=head)
    binned = create(Draft(title="Nháp cũ về chợ phiên", section=section.pk), by=reporter)
    bin_article(binned, by=reporter, base_version=binned.version)
    gone = _plain().exclude(pk=live.pk).latest("pk")
    withdraw(gone, by=managing, reason="Nguồn tin xin rút lời.", requested_by="Hợp tác xã")
    down = Image.objects.filter(current__isnull=False).latest("pk")
    take_down(down, by=managing, reason="Người trong ảnh đề nghị.", document_number="12/CV")
    returned = Article.objects.get(state=State.RETURNED)
    note = write_note(live, "Hỏi lại ngày họp.", by=editor, passage=draft.sapo[:40])
    _leave_unsaved(draft, by=managing, article=live)
    _leave_unsaved(draft, by=reporter)
    name_revision(live, 1, "Bản gửi in", by=managing)
    create_preview_link(_fresh(live), by=managing, days=LIVES[-1])
    rename_tag(Tag.objects.latest("pk"), name="Đò ngang Cồn Thủy", by=managing)
    awaiting = Article.objects.filter(state=State.AWAITING_APPROVAL).order_by("step")
    return SampleDesk(
        draft=Article.objects.filter(state=State.DRAFT).earliest("pk"),
        submitted=Article.objects.filter(state=State.SUBMITTED).earliest("pk"),
        held=Article.objects.get(state=State.EDITING),
        awaiting=awaiting[0],
        ready=awaiting[1],
        returned=returned,
        scheduled=Article.objects.get(state=State.SCHEDULED),
        live=_fresh(live),
        withdrawn=_fresh(gone),
        binned=_fresh(binned),
        note=note,
        waiting_correction=waiting,
        correction=Correction.objects.get(pk=told.pk),
        picture=_picture_in(draft),
        picture_down=down,
        waiting_comment=Comment.objects.waiting().earliest("pk"),
        comment=Comment.objects.filter(status=Status.REJECTED).earliest("pk"),
        author=Author.objects.get(name="Hải Miên"),
        tag=Tag.objects.annotate(used=Count("published_tags")).latest("used"),
        section=section,
        person=reporter,
        head=head,
        activity=Activity.objects.latest("pk"),
        redirect=Redirect.objects.latest("pk"),
    )


HEADINGS = ("Tên trạm bơm", "Số hộ phải dời đi")


def newest(article: Article) -> Draft:
    """The working copy as it was last saved."""
    return article.revisions.latest("number").draft


def open_screen(browser: Browser, site: str, username: str, **options: Any) -> BrowserContext:
    """A browser window in which this person of the sample is signed in; "" is nobody."""
    context = browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", **options)
    if username:
        client = Client()
        client.force_login(people()[username], backend="articles.accounts.DeskBackend")
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value}
        context.add_cookies([cookie | {"url": f"{site}{settings.SESSION_COOKIE_PATH}"}])
    return context


def _plain():
    """Articles that readers have and no hand-made list holds."""
    return Article.objects.filter(state=State.PUBLISHED, placements=None)


def _richest(section: Section) -> Article:
    """What readers have of the section with the most pictures in it."""
    rows = PublishedArticle.objects.visible(timezone.now()).filter(section=section)
    return rows.annotate(pictures=Count("figures")).latest("pictures", "pk").article


def _picture_in(draft: Draft) -> Image:
    figures = [block for block in body.parse(draft.body) if isinstance(block, body.Figure)]
    return Image.objects.get(pk=figures[0].image)


def _correction(article: Article, editor: User, heading: str) -> Correction:
    return write_correction(
        article,
        by=editor,
        heading=heading,
        wrong="Bài viết là bốn mươi hộ.",
        right="Đúng là mười bốn hộ. Tòa soạn xin lỗi bạn đọc.",
    )


def _leave_unsaved(draft: Draft, *, by: User, article: Article | None = None) -> None:
    fields = [
        ("title", f"{draft.title}: câu chuyện của người lái đò"),
        ("sapo", draft.sapo),
        ("body", draft.body),
        ("section", str(draft.section)),
    ]
    keep_draft(
        fields,
        by=by,
        key=UNSAVED_KEY,
        sequence=1,
        typed_at=timezone.now() + timedelta(seconds=1),
        article_id=article and article.pk,
    )


def _fresh(article: Article) -> Article:
    return Article.objects.get(pk=article.pk)
