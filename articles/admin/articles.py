"""The screen an article is written on, and the list of them. docs/decisions/admin.md"""

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms.widgets import Script
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import body, desk_search
from ..actions.autosaving import settle_draft
from ..actions.cleaning import MAX_BODY
from ..actions.permission import refusal, scopes
from ..actions.publications import make_pictures_public
from ..actions.publishing import publish_saved
from ..actions.reviewing import forward, submit
from ..actions.saving import create, save
from ..draft import DraftByline
from ..models import Article, Masthead, Section
from .article_bulk import BULK_ACTS, BulkAct, ask, bulk_view
from .article_column import column, read_only_page
from .article_filters import ARTICLE_FILTERS
from .article_form import ArticleForm
from .article_list import byline_line, headline, state_cell, work_cell
from .article_verbs import ARTICLE_VERBS
from .comparing import comparison_view
from .editor import writing_csp
from .home import DeskList, first_lists
from .previews import preview_view
from .pulse import pulse_view
from .recipe import ActAdmin
from .revisions import revision_view, revisions_view
from .standing import spoken_minute
from .unsaved import unsaved_list_view, unsaved_view
from .widgets import byline_rows
from .writing import asked_for, keep_refused, page_key, saved_already, writing_context


@admin.register(Article)
class ArticleAdmin(ActAdmin):
    form = ArticleForm
    act_to_add = "create_article"
    act_to_change = "save_article"
    verbs = ARTICLE_VERBS
    change_form_template = "admin/article_form.html"
    list_display = ("title_cell", "state_cell", "section", "byline", "work", "saved")
    list_display_links = None
    list_filter = ARTICLE_FILTERS
    list_prefetch = ("bylines__author",)
    list_defer = ("sapo", "body", "folded")
    list_select_related = ("section__parent", "claimed_by", "assignee")
    search_fields = ("folded",)

    class Media:
        # The filters by name offer names as they are typed.
        js = (Script("articles/desk/completion.js", type="module"),)

    # --- who may ------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Of one article: whether this person may save it as it stands."""
        if obj is None:
            return bool(scopes("save_article", request.user))
        return refusal("save_article", request.user, obj) is None

    # --- writing ------------------------------------------------------------------------------

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> type[ArticleForm]:
        """The form with this request; Django's factory has nothing to add to it."""
        values = {"request": request, "unsaved": asked_for(request, obj)}
        return type(self.form.__name__, (self.form,), values)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new article carries its writer's byline, and their section where they have one."""
        initial: dict[str, Any] = {}
        sections = Section.objects.filter(people=request.user)[:2]
        if len(sections) == 1:
            initial["section"] = sections[0].pk
        author = getattr(request.user, "author", None)
        if author is not None:
            initial["bylines"] = byline_rows([DraftByline(author.pk, author.name)])
        return initial

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; to those who may not save the article, its text to read."""
        article = self.get_object(request, unquote(object_id)) if object_id else None
        # Django asks for the same row next.
        request.article_in_hand = article
        if object_id and article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        act = self.act_to_change if article else self.act_to_add
        reason = refusal(act, request.user, article)
        if reason is not None and article is None:
            raise PermissionDenied(str(reason))
        if reason is not None:
            return self._only_to_read(request, article, str(reason))
        if request.method == "POST" and "_publish" in request.POST:
            self._send_pictures_ahead(request, article)
        return self._written(request, object_id, form_url, extra_context)

    def _only_to_read(self, request: HttpRequest, article: Article, reason: str) -> HttpResponse:
        """The text as it is saved; beside it what was sent to be saved, kept for its writer."""
        if request.method != "POST":
            return read_only_page(self, request, article, reason)
        keep_refused(request, article)
        messages.error(
            request, _("Not saved. What you typed is kept for you: compare it, and copy from it.")
        )
        response = read_only_page(self, request, article, reason)
        response.status_code = 403
        return response

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Article | None:
        """The article with what readers have of it; the one that was just fetched, once."""
        in_hand = request.__dict__.pop("article_in_hand", None)
        if in_hand is not None and str(in_hand.pk) == object_id:
            return in_hand
        return super().get_object(request, object_id, from_field)

    @method_decorator(writing_csp)
    def _written(self, request: HttpRequest, *arguments: Any) -> HttpResponse:
        return super().changeform_view(request, *arguments)

    def _send_pictures_ahead(self, request: HttpRequest, article: Article | None) -> None:
        """Copy the pictures that will be published before the transaction, if they may be."""
        if article is None:
            section = request.POST.get("section", "")
            article = (
                Article(section=Section.objects.filter(pk=section).first())
                if (section.isascii() and section.isdigit())
                else None
            )
        text = request.POST.get("body", "")
        if not article or not article.section_id or len(text) > MAX_BODY:
            return
        if refusal("publish", request.user, article) is None:
            make_pictures_public(body.normalise(text))

    def perform(self, request: HttpRequest, form: ArticleForm, change: bool) -> Article:
        if change:
            base = form.cleaned_data["version"]
            article = save(form.instance, form.draft(), by=request.user, base_version=base)
        elif (article := saved_already(request, form.draft())) is not None:
            request.what_was_done = _("It was saved already: nothing was made twice.")
            return article
        else:
            base = 0
            article = create(form.draft(), by=request.user)
        request.what_was_done = _saved_sentence(article, base)
        if (key := page_key(request)) is not None:
            settle_draft(key, article, by=request.user)
        if "_publish" in request.POST:
            publish_saved(article, by=request.user)
            request.what_was_done = _(
                "Saved and published: readers see revision %(number)s now."
            ) % {"number": article.revision_number}
        elif "_submit" in request.POST:
            submit(article, by=request.user)
            request.what_was_done = _("Saved and submitted: the article waits to be edited.")
        elif "_forward" in request.POST:
            forward(article, by=request.user)
            request.what_was_done = _("Saved and sent up: the article awaits approval.")
        return article

    def response_add(
        self, request: HttpRequest, obj: Article, post_url_continue: Any = None
    ) -> HttpResponse:
        """Stay with the article, as its writer does."""
        messages.success(request, request.what_was_done)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[obj.pk]))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return self.response_add(request, obj)

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Article | None = None,
    ) -> HttpResponse:
        """Django's page, with the column that says how the article stands and what may be done."""
        context |= column(self, request, obj, context["adminform"].form.base)
        context["masthead"] = Masthead.current()
        context |= writing_context(request, obj, context["adminform"].form)
        return super().render_change_form(request, context, add, change, form_url, obj)

    # --- further addresses ----------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        """The verbs' addresses and those that only show."""
        views = {
            "add/preview/": (preview_view, "preview_new"),
            "add/pulse/": (pulse_view, "pulse_new"),
            "add/unsaved/": (unsaved_list_view, "unsaved_list_new"),
            "add/unsaved/<str:key>/": (unsaved_view, "unsaved_new"),
            "<number:pk>/pulse/": (pulse_view, "pulse"),
            "<number:pk>/unsaved/": (unsaved_list_view, "unsaved_list"),
            "<number:pk>/unsaved/<str:key>/": (unsaved_view, "unsaved"),
            "<number:pk>/preview/": (preview_view, "preview"),
            "<number:pk>/revisions/": (revisions_view, "revisions"),
            "<number:pk>/revisions/<number:number>/": (revision_view, "revision"),
            "<number:pk>/compare/": (comparison_view, "compare"),
            "bulk/<str:name>/": (bulk_view, "bulk"),
        }
        return [
            path(
                route,
                self.admin_site.admin_view(self._bound(view)),
                name=f"articles_article_{name}",
            )
            for route, (view, name) in views.items()
        ] + super().get_urls()

    def _bound(self, view: Any) -> Any:
        def bound(request: HttpRequest, **arguments: Any) -> HttpResponse:
            if not self.has_view_permission(request):
                raise PermissionDenied
            return view(self, request, **arguments)

        return bound

    # --- the list -------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        return super().get_queryset(request).with_live().select_related("section")

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Articles that hold every word, without regard to case and accents."""
        return desk_search.matching(queryset, search_term), False

    @admin.display(description=gettext_lazy("Article"))
    def title_cell(self, article: Article) -> SafeString:
        return headline(article)

    @admin.display(description=gettext_lazy("State"))
    def state_cell(self, article: Article) -> SafeString:
        return state_cell(article)

    @admin.display(description=gettext_lazy("Byline"), empty_value="")
    def byline(self, article: Article) -> str:
        return byline_line(article)

    @admin.display(description=gettext_lazy("Given to, due"), ordering="due_at", empty_value="")
    def work(self, article: Article) -> SafeString:
        return work_cell(article)

    @admin.display(description=gettext_lazy("Saved"), ordering="saved_at")
    def saved(self, article: Article) -> str:
        return spoken_minute(article.saved_at)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """The bulk acts that this person's role has."""
        return {
            f"{name}_selected": (partial(_ask, bulk), f"{name}_selected", bulk.label)
            for name, bulk in BULK_ACTS.items()
            if scopes(bulk.act, request.user)
        }

    def desk_lists(self, request: HttpRequest) -> list[DeskList]:
        """What those who write look for first."""
        if not self.has_change_permission(request):
            return []
        return first_lists(
            self.get_queryset(request).select_related(*self.list_select_related), request.user
        )


def _saved_sentence(article: Article, base_version: int) -> str:
    if article.version == base_version:
        return _("Nothing had changed: revision %(number)s stays the newest.") % {
            "number": article.revision_number
        }
    return _("Saved as revision %(number)s at %(time)s.") % {
        "number": article.revision_number,
        "time": f"{timezone.localtime(article.saved_at):%H:%M:%S}",
    }


def _ask(
    bulk: BulkAct, model_admin: ArticleAdmin, request: HttpRequest, queryset: Any
) -> HttpResponse | None:
    return ask(model_admin, request, bulk, queryset)
