"""The moderation queue: read, approve, reject, one by one and in bulk. Only acts write."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from articles.actions.permission import refusal
from articles.actions.refusals import Refused
from articles.admin.history import REASON_CODES
from articles.admin.home import SHOWN, DeskList
from articles.admin.recipe import ActAdmin, tell
from articles.models import Activity

from ..actions.deciding import (
    DECIDABLE,
    MAX_NOTE,
    approve_comment,
    cleaned_note,
    reject_comment,
    too_long,
)
from ..models import Comment, Reason
from .bulk import decide_each, selected, version_seen
from .filters import StatusFilter

REASON_CODES[Comment._meta.model_name] = dict(Reason.choices)

Decide = Callable[[HttpRequest, list[Comment]], HttpResponse]


@admin.register(Comment)
class CommentAdmin(ActAdmin):
    """Comments as moderators see them; nobody adds, edits or deletes one here."""

    actions = ["approve", "reject"]
    list_filter = [StatusFilter]
    list_per_page = 25  # each is read whole, and has forms of its own
    list_select_related = ["article", "parent", "commenter", "decided_by"]
    list_defer = ("folded", "article__sapo", "article__body", "article__folded", "parent__folded")
    search_fields = ["folded"]
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/comments/queue.html"

    # --- who may ------------------------------------------------------------------------------

    def has_approve_permission(self, request: HttpRequest) -> bool:
        return refusal("approve_comment", request.user) is None

    def has_reject_permission(self, request: HttpRequest) -> bool:
        return refusal("reject_comment", request.user) is None

    def has_view_permission(self, request: HttpRequest, obj: Comment | None = None) -> bool:
        """Who may decide: comments that wait are no reading for the rest of the newsroom."""
        return self.has_approve_permission(request) or self.has_reject_permission(request)

    # --- looking ------------------------------------------------------------------------------

    def desk_lists(self, request: HttpRequest) -> list[DeskList]:
        """Of the desk's first page: who has waited longest."""
        waiting = Comment.objects.waiting().select_related("article").order_by("created_at", "id")
        found = list(waiting[: SHOWN + 1])
        return [
            DeskList(
                title=_("Comments that wait"),
                rows=[_desk_row(comment) for comment in found[:SHOWN]],
                url=reverse("admin:comments_comment_changelist"),
                more=len(found) > SHOWN,
                count=waiting.count() if len(found) > SHOWN else len(found),
            )
        ]

    def get_ordering(self, request: HttpRequest) -> list[str]:
        """Who has waited longest is first; what is decided, newest first."""
        if StatusFilter.is_waiting(request):
            return ["created_at", "id"]
        return ["-created_at", "-id"]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list and, by POST, its two bulk acts."""
        context = _choices() | {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, context | (extra_context or {}))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """One comment, read-only, with what was decided and what it said before."""
        if not self.has_view_permission(request) or request.method == "POST":
            raise PermissionDenied
        comment = self.get_object(request, object_id)
        if comment is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        activities = Activity.objects.filter(
            target_type=self.opts.model_name, target_id=comment.pk
        ).select_related("actor")
        context = {
            "title": _("Comment by %(name)s") % {"name": comment.display_name},
            "comment": comment,
            "revisions": comment.revisions.order_by("-number"),
            "decisions": [
                (activity, dict(Reason.choices).get(activity.data.get("reason"), ""))
                for activity in activities
            ],
        }
        return self._page(request, "admin/comments/comment.html", _choices() | context)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The page of the comment holds its history."""
        return self.change_view(request, object_id)

    def _page(self, request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
        around = self.admin_site.each_context(request)
        return TemplateResponse(request, template, around | {"opts": self.opts} | context)

    # --- deciding -----------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """The buttons beside a comment have addresses of their own."""
        verbs = {"approve": self.approve_view, "reject": self.reject_view}
        return [
            path(
                f"<number:pk>/{verb}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"comments_comment_{verb}",
            )
            for verb, view in verbs.items()
        ] + super().get_urls()

    def approve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Approve one comment."""
        if not self.has_approve_permission(request):
            raise PermissionDenied
        return self._approve(request, [get_object_or_404(Comment, pk=pk)])

    def reject_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Reject one comment; where the form gives no reason, ask for it."""
        if not self.has_reject_permission(request):
            raise PermissionDenied
        return self._reject(request, [get_object_or_404(Comment, pk=pk)])

    @admin.action(
        description=gettext_lazy("Approve the selected comments"), permissions=["approve"]
    )
    def approve(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Approve those ticked in the list."""
        return self._bulk(request, queryset, self._approve)

    @admin.action(description=gettext_lazy("Reject the selected comments"), permissions=["reject"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Comment]) -> HttpResponse:
        """Reject those ticked in the list; the reason is asked first."""
        return self._bulk(request, queryset, self._reject)

    def _bulk(
        self, request: HttpRequest, queryset: QuerySet[Comment], decide: Decide
    ) -> HttpResponse:
        try:
            return decide(request, selected(request, queryset))
        except Refused as refused:
            tell(request, refused)
            return self._back(request)

    def _approve(self, request: HttpRequest, comments: list[Comment]) -> HttpResponse:
        done = decide_each(request, comments, partial(approve_comment, by=request.user))
        if done:
            messages.success(request, _("Comments approved: %(count)s.") % {"count": done})
        return self._back(request)

    def _reject(self, request: HttpRequest, comments: list[Comment]) -> HttpResponse:
        # As the act counts: a browser sends each new line as two characters.
        reason, note = request.POST.get("reason", ""), cleaned_note(request.POST.get("note", ""))
        if (refused := too_long(note)) is not None:
            tell(request, refused)
        if reason not in Reason.values or refused is not None:
            context = {
                "title": _("Why reject?"),
                "comments": [(comment, version_seen(request, comment)) for comment in comments],
                "note": note,
                "chosen": reason,
                "query": _list_query(request),
            }
            return self._page(request, "admin/comments/reason.html", _choices() | context)
        act = partial(reject_comment, by=request.user, reason=reason, note=note)
        done = decide_each(request, comments, act)
        if done:
            messages.success(request, _("Comments rejected: %(count)s.") % {"count": done})
        return self._back(request)

    def _back(self, request: HttpRequest) -> HttpResponse:
        """To the list, filtered as it was."""
        query = _list_query(request)
        address = reverse("admin:comments_comment_changelist")
        return HttpResponseRedirect(f"{address}?{query}" if query else address)


def _choices() -> dict[str, Any]:
    """What may be decided, and why; the options are written once for all the rows of a page."""
    return {
        "reasons": Reason.choices,
        "reason_options": format_html_join("", '<option value="{}">{}</option>', Reason.choices),
        "max_note": MAX_NOTE,
        "decidable": DECIDABLE,
    }


def _list_query(request: HttpRequest) -> str:
    """The list's own query: a form beside a comment carries it, else it is in the address."""
    carried = request.POST.get("query")
    return QueryDict(carried).urlencode() if carried is not None else request.GET.urlencode()


def _desk_row(comment: Comment) -> SafeString:
    return format_html(
        '<a class="headline" href="{}">{}</a><span class="facts">{} · {}</span>',
        reverse("admin:comments_comment_change", args=[comment.pk]),
        Truncator(comment.body).words(16, truncate="…"),
        comment.display_name,
        comment.article.title,
    )
