"""Readers' comments and their history."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .commenter import Commenter


class Status(models.TextChoices):
    """Where a comment stands. LIVE is visible before anyone has decided (no policy uses it yet)."""

    UNCONFIRMED = "unconfirmed", _("not confirmed")
    PENDING = "pending", _("waiting")
    HELD = "held", _("held")
    ESCALATED = "escalated", _("escalated")
    LIVE = "live", _("live, not yet checked")
    APPROVED = "approved", _("approved")
    REJECTED = "rejected", _("rejected")
    SPAM = "spam", _("spam")
    WITHDRAWN = "withdrawn", _("withdrawn by its author")
    ERASED = "erased", _("erased")


class Reason(models.TextChoices):
    """Why a comment was rejected."""

    OFFENSIVE = "offensive", _("offensive")
    SPAM = "spam", _("advertising or spam")
    PERSONAL = "personal", _("personal data")
    OFF_TOPIC = "off_topic", _("off topic")
    FALSE = "false", _("false information")
    ILLEGAL = "illegal", _("against the law")
    OTHER = "other", _("other")


VISIBLE_STATUSES = (Status.LIVE, Status.APPROVED)
WAITING_STATUSES = (Status.PENDING, Status.HELD, Status.ESCALATED)
MAX_BODY = 3000


class CommentQuerySet(models.QuerySet):
    """Named sets of comments."""

    def visible(self) -> "CommentQuerySet":
        """Comments whose text readers see: a reply also needs its thread to be open."""
        return self.filter(status__in=VISIBLE_STATUSES, thread_visible=True)

    def waiting(self) -> "CommentQuerySet":
        """Comments that wait for a moderator."""
        return self.filter(status__in=WAITING_STATUSES)


class Comment(models.Model):
    """What a reader wrote under an article. Plain text; escaped where it is shown.

    Two levels are shown: a thread (`root` empty) and its replies (`root` is the thread, `parent`
    what was answered). `thread_visible` is off on replies whose thread readers cannot see.
    `version` counts every change of status, `revision` every change of text.
    """

    public_id = models.CharField(max_length=12, unique=True, editable=False)
    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="comments", verbose_name=_("article")
    )
    root = models.ForeignKey("self", models.PROTECT, null=True, related_name="replies")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="answers")
    commenter = models.ForeignKey(Commenter, models.PROTECT, related_name="comments")
    display_name = models.CharField(_("name"), max_length=60)
    body = models.TextField(_("comment"))
    body_fingerprint = models.CharField(max_length=64)
    folded = models.TextField(default="", editable=False)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.PENDING)
    thread_visible = models.BooleanField(default=True)
    reason_code = models.CharField(_("reason"), max_length=20, choices=Reason, blank=True)
    version = models.PositiveIntegerField(default=0)
    revision = models.PositiveIntegerField(default=1)
    nonce = models.CharField(max_length=40, unique=True, help_text=_("of the form, used once"))
    ip_hmac = models.CharField(max_length=64, blank=True)
    policy_version = models.PositiveIntegerField(help_text=_("privacy notice agreed to"))
    consented_at = models.DateTimeField(_("agreed to the privacy notice"))
    created_at = models.DateTimeField(_("written"))
    published_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
    )
    edited_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(root__isnull=True, parent__isnull=True)
                | Q(root__isnull=False, parent__isnull=False),
                name="reply_has_root_and_parent",
            ),
            models.CheckConstraint(
                condition=~Q(root=F("id")) & ~Q(parent=F("id")), name="no_reply_to_itself"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=VISIBLE_STATUSES) | Q(published_at__isnull=False),
                name="visible_comment_has_time",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.REJECTED) | ~Q(reason_code=""),
                name="rejection_has_reason",
            ),
        ]
        indexes = [
            models.Index(
                fields=["article", "-published_at", "-id"],
                condition=Q(status__in=VISIBLE_STATUSES, root=None),
                name="comment_threads",
            ),
            models.Index(
                fields=["root", "published_at", "id"],
                condition=Q(status__in=VISIBLE_STATUSES),
                name="comment_replies",
            ),
            # What readers can read is counted in it, without looking at a comment.
            models.Index(
                fields=["article"],
                condition=Q(status__in=VISIBLE_STATUSES, thread_visible=True),
                name="comment_readable",
            ),
            models.Index(
                fields=["created_at", "id"],
                condition=Q(status__in=WAITING_STATUSES),
                name="comment_queue",
            ),
            models.Index(fields=["status", "-created_at"], name="comment_status"),
            models.Index(fields=["article", "status"], name="comment_article_status"),
            models.Index(fields=["ip_hmac", "-created_at"], name="comment_origin"),
            models.Index(fields=["body_fingerprint", "created_at"], name="comment_repeats"),
        ]

    def __str__(self) -> str:
        return f"{self.display_name}: {self.body[:60]}"


class CommentRevision(models.Model):
    """The text of a comment as it was sent or edited. Never changed."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    body = models.TextField()
    created_at = models.DateTimeField()

    class Meta:
        ordering = ["comment_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "number"], name="one_comment_revision")
        ]
