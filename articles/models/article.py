"""The working copy of an article: what the desk writes and readers never see."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from ..draft import Draft
from ..structure import OPEN, WAITING, State
from .approval import Approval
from .published import PublishedArticle
from .tag import ArticleTag


class Kind(models.TextChoices):
    """The genre, as the newsroom calls it."""

    NEWS = "news", _("news")
    FEATURE = "feature", _("feature")
    INTERVIEW = "interview", _("interview")
    OPINION = "opinion", _("opinion")
    PHOTO = "photo", _("photo story")
    INFOGRAPHIC = "infographic", _("infographic")
    VIDEO = "video", _("video")
    PODCAST = "podcast", _("podcast")
    LONGFORM = "longform", _("longform")
    LIVE = "live", _("live report")


class Priority(models.IntegerChoices):
    """What to see to first."""

    NORMAL = 0, _("normal")
    HIGH = 1, _("first")
    URGENT = 2, _("urgent news")


class ArticleQuerySet(models.QuerySet):
    """Named sets of working copies."""

    def with_live(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Annotate what readers see (`live_revision`, `live_until`) and will see.

        `next_from` is the next scheduled publication's minute, `last_revision` the revision of the
        last scheduled one; each is None where there is none.
        """
        now = now or timezone.now()
        rows = PublishedArticle.objects.filter(article=OuterRef("pk"))
        live = rows.visible(now)
        future = rows.filter(visible_from__gt=now)
        return self.annotate(
            live_revision=Subquery(live.values("revision_number")[:1]),
            live_until=Subquery(live.values("visible_until")[:1]),
            next_from=Subquery(future.order_by("visible_from").values("visible_from")[:1]),
            last_revision=Subquery(future.order_by("-visible_from").values("revision_number")[:1]),
        )

    def in_state(self, state: State, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles in `state`, counting a scheduled one whose minute has come as published."""
        begun = Exists(PublishedArticle.objects.visible(now).filter(article=OuterRef("pk")))
        if state == State.PUBLISHED:
            return self.filter(Q(state=State.PUBLISHED) | Q(state=State.SCHEDULED) & begun)
        if state == State.SCHEDULED:
            return self.filter(Q(state=State.SCHEDULED) & ~begun)
        return self.filter(state=state)

    def live(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles that readers have."""
        return self.filter(
            Exists(PublishedArticle.objects.visible(now).filter(article=OuterRef("pk")))
        )

    def scheduled(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles of which readers will get another revision, or the first."""
        future = PublishedArticle.objects.filter(visible_from__gt=now or timezone.now())
        return self.filter(pk__in=future.values("article"))

    def differing_from_live(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles whose working copy is not what readers see."""
        live = PublishedArticle.objects.visible(now).filter(article=OuterRef("pk"))
        other = live.exclude(revision_number=OuterRef("revision_number"))
        return self.filter(Exists(other), may_differ=True)

    def unchecked(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles of which readers have urgent news that lacks approvals.

        Whatever has become of the working copy since: it is another text.
        """
        revision = {"article": OuterRef("pk"), "revision_number": OuterRef("unchecked_revision")}
        given = Approval.objects.filter(**revision).order_by().values("article")
        counted = Coalesce(Subquery(given.annotate(count=Count("pk")).values("count")), 0)
        return self.filter(
            Exists(PublishedArticle.objects.visible(now).filter(**revision)),
            unchecked_revision__isnull=False,
            section__approval_steps__gt=counted,
        )

    def late(self, now: datetime | None = None) -> "ArticleQuerySet":
        """Articles that somebody still works on after they were due."""
        return self.filter(due_at__lt=now or timezone.now(), state__in=OPEN)


class Article(models.Model):  # type: ignore[django-manager-missing]
    """An article as the desk works on it. `revision_number` is its newest revision.

    `state` is where this working copy stands, whatever readers see meanwhile; `step` is how many
    approvals the newest revision has, `moved_at` since when it has been in its state.

    `may_differ` is off while nothing that readers have, or are going to have, is of another
    revision than the newest. That is nearly always: what differs is found without asking all.

    `unchecked_revision` is the one that went to readers as urgent news, while it lacks approvals;
    it says nothing once readers have another.

    `dateline` is the time printed under the title, where the desk sets one; a bare date is stored
    as its midnight with `dateline_has_time` off. The slug freezes at first publication.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    state = models.CharField(
        _("state"), max_length=20, choices=State, default=State.DRAFT, editable=False
    )
    step = models.PositiveSmallIntegerField(
        default=0, editable=False, help_text=_("how many approvals it has")
    )
    moved_at = models.DateTimeField(null=True, editable=False)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        verbose_name=_("edited by"),
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_index=False,
        verbose_name=_("given to"),
    )
    due_at = models.DateTimeField(_("due"), null=True, editable=False)
    priority = models.PositiveSmallIntegerField(
        _("priority"), choices=Priority, default=Priority.NORMAL, editable=False
    )
    section = models.ForeignKey(
        "articles.Section", models.PROTECT, related_name="+", verbose_name=_("section")
    )
    also_in = models.ManyToManyField(
        "articles.Section", blank=True, related_name="+", verbose_name=_("also listed in")
    )
    kicker = models.CharField(_("kicker"), max_length=80, blank=True)
    title = models.CharField(_("title"), max_length=300)
    slug = models.CharField(max_length=140, editable=False, default="")
    sapo = models.TextField(_("sapo"), blank=True)
    body = models.TextField(_("body"), blank=True)
    body_format = models.PositiveSmallIntegerField(default=1, editable=False)
    images = models.ManyToManyField(
        "articles.Image", related_name="articles", editable=False, verbose_name=_("pictures")
    )
    dateline = models.DateTimeField(_("printed date"), null=True, blank=True)
    dateline_has_time = models.BooleanField(_("print the time as well"), default=True)
    copyright_notice = models.CharField(_("own copyright notice"), max_length=500, blank=True)
    tags = TaggableManager(through=ArticleTag, blank=True, verbose_name=_("tags"))

    revision_number = models.PositiveIntegerField(default=0, editable=False)
    may_differ = models.BooleanField(default=False, editable=False)
    unchecked_revision = models.PositiveIntegerField(null=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="created_articles",
        db_index=False,
        verbose_name=_("created by"),
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    saved_at = models.DateTimeField(_("saved"), auto_now_add=True, db_index=True)
    folded = models.TextField(default="", editable=False)
    import_ref = models.CharField(max_length=300, unique=True, null=True, editable=False)
    import_digest = models.CharField(max_length=64, default="", editable=False)
    import_version = models.PositiveIntegerField(null=True, editable=False)

    objects = ArticleQuerySet.as_manager()

    # The newest revision this row has been asked for, and its value; revisions never change.
    known_draft: tuple[int, Draft] | None = None

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-saved_at", "-id"]
        indexes = [
            models.Index(fields=["state", "-saved_at"]),
            models.Index(fields=["section", "-saved_at"]),
            models.Index(fields=["title", "dateline"], name="article_same_title_and_time"),
            # The desk's queues; nearly all of a paper's articles are in none of them.
            models.Index(
                fields=["state", "moved_at"],
                condition=Q(state__in=sorted(WAITING | {State.RETURNED})),
                name="article_waiting",
            ),
            models.Index(
                fields=["claimed_by"],
                condition=Q(claimed_by__isnull=False),
                name="article_claimed",
            ),
            models.Index(
                fields=["assignee", "-saved_at"],
                condition=Q(assignee__isnull=False),
                name="article_assigned",
            ),
            models.Index(
                fields=["due_at"],
                condition=Q(due_at__isnull=False),
                name="article_due",
            ),
            models.Index(fields=["created_by", "-saved_at"], name="article_created_by"),
            models.Index(
                fields=["-saved_at"],
                condition=Q(unchecked_revision__isnull=False),
                name="article_unchecked",
            ),
            models.Index(
                fields=["-saved_at"],
                condition=Q(may_differ=True),
                name="article_may_differ",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(claimed_by=None) | Q(state=State.EDITING),
                name="claimed_while_being_edited",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def draft(self) -> Draft:
        """The working copy as it was last saved: the value of revision `revision_number`."""
        if self.known_draft is None or self.known_draft[0] != self.revision_number:
            newest = self.revisions.get(number=self.revision_number)
            self.known_draft = (self.revision_number, newest.draft)
        return self.known_draft[1]


class Byline(models.Model):
    """An author under an article; the line reads separator + role + name, in order."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(
        "articles.Author", models.PROTECT, related_name="bylines", verbose_name=_("author")
    )
    position = models.PositiveSmallIntegerField(default=0)
    role = models.CharField(_("role"), max_length=60, blank=True)
    separator = models.CharField(_("before the name"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["article", "position"], name="one_byline_a_position"),
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.author}" if self.role else str(self.author)
