"""The picture archive: every picture with its words, its file, and the articles that use it."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.refusals import Refused
from ..images import limits
from ..images.decode import PictureRefused
from ..models import Article, Image, PublishedFigure
from .picture_verbs import PICTURE_VERBS
from .picture_views import (
    THUMBNAIL_WIDTH,
    WORDS,
    FileForm,
    FocalForm,
    address_within,
    picture_urls,
    take_new,
)
from .recipe import RecordAdmin, VersionedForm, tell

# How wide the picture is shown on its own page, in pixels.
PAGE_WIDTH = 1200
MOST_USES = 50


class ImageForm(VersionedForm):
    class Meta:
        model = Image
        fields = WORDS
        widgets = {
            "alt": forms.Textarea(attrs={"rows": 3}),
            "caption": forms.Textarea(attrs={"rows": 3}),
        }


class FileFilter(admin.SimpleListFilter):
    """Pictures that articles wait for: named in a text, their file not here yet."""

    title = gettext_lazy("file")
    parameter_name = "file"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [
            ("here", _("in the archive")),
            ("missing", _("not sent yet")),
            ("down", _("taken down")),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        match self.value():
            case "here":
                return queryset.filter(current__isnull=False)
            case "missing":
                return queryset.filter(current__isnull=True, taken_down_at__isnull=True)
            case "down":
                return queryset.filter(taken_down_at__isnull=False)
        return queryset


@admin.register(Image)
class ImageAdmin(RecordAdmin):
    """Words are saved as any record's; files come and go through picture_views."""

    form = ImageForm
    list_display = ("picture", "name", "words", "published_in", "created_at")
    list_display_links = ("picture", "name")
    list_filter = (FileFilter,)
    list_select_related = ("current",)
    search_fields = ("folded",)
    ordering = ("-pk",)
    list_per_page = 40
    verbs = PICTURE_VERBS
    change_form_template = "admin/images/picture.html"
    change_list_template = "admin/images/archive.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Image]:
        return super().get_queryset(request).annotate(published=_articles_published_with())

    def get_urls(self) -> list[Any]:
        """Django's addresses, and those of picture_views."""
        return picture_urls(self.admin_site.admin_view) + super().get_urls()

    # --- the list -----------------------------------------------------------------------------

    @admin.display(description=gettext_lazy("picture"))
    def picture(self, image: Image) -> SafeString:
        if image.current is None:
            said = _("Taken down") if image.taken_down_at else _("No file yet")
            return format_html('<span class="no-file">{}</span>', said)
        return format_html(
            '<img class="archive-thumbnail" src="{}" alt="{}" loading="lazy">',
            address_within(image.current, THUMBNAIL_WIDTH),
            image.alt,
        )

    @admin.display(description=gettext_lazy("file"), ordering="original_filename")
    def name(self, image: Image) -> SafeString:
        version = image.current
        size = f"{version.width} × {version.height} px" if version else self._without(image)
        return format_html(
            '<span class="archive-name">{}</span><span class="archive-fact">{}</span>',
            image.original_filename,
            size,
        )

    def _without(self, image: Image) -> str:
        return _("taken down") if image.taken_down_at else _("no file yet")

    @admin.display(description=gettext_lazy("caption and credit"))
    def words(self, image: Image) -> SafeString:
        return format_html(
            '<span class="archive-caption">{}</span><span class="archive-fact">{}</span>',
            image.caption or image.alt,
            image.credit,
        )

    @admin.display(description=gettext_lazy("published in"), ordering="published")
    def published_in(self, image: Image) -> int:
        return image.published or 0

    # --- sending new ones ---------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The page that takes files: one by one with the script, all at once without it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        if request.method == "POST":
            self._take(request)
            return HttpResponseRedirect(reverse("admin:articles_image_changelist"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Send pictures"),
            "max_bytes": limits.MAX_BYTES,
            "max_megabytes": limits.MAX_BYTES // 1024**2,
        }
        return TemplateResponse(request, "admin/images/send.html", context)

    def _take(self, request: HttpRequest) -> None:
        files = request.FILES.getlist("file")
        for file in files:
            try:
                image = take_new(file, request)
            except PictureRefused as refused:
                messages.error(request, refused.reason)
            except Refused as refused:
                tell(request, refused)
            else:
                messages.success(request, _("“%(name)s” is in the archive.") % {"name": image})
        if not files:
            messages.error(request, _("Choose a file first."))

    # --- one picture --------------------------------------------------------------------------

    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Image | None = None,
    ) -> HttpResponse:
        """The form of its words, with the picture, what can be done to its file, and its uses."""
        if obj is not None:
            context |= _about(obj) | {"show_save_and_add_another": False}
        return super().render_change_form(request, context, add, change, form_url, obj)


def _articles_published_with() -> Subquery:
    """In how many articles readers have seen the picture, or are going to."""
    uses = PublishedFigure.objects.filter(image_version__image=OuterRef("pk")).order_by()
    counted = uses.values("image_version__image").annotate(
        articles=Count("publication__article", distinct=True)
    )
    return Subquery(counted.values("articles"))


def _about(image: Image) -> dict[str, Any]:
    """What the page of a picture shows beside the form of its words."""
    version = image.current
    start = {"version": image.version}
    focal_form = None
    if version is not None:
        point = {"x": f"{version.focal_x * 100:.3g}", "y": f"{version.focal_y * 100:.3g}"}
        focal_form = FocalForm(initial=start | point)
    return {
        "picture": version,
        "picture_address": address_within(version, PAGE_WIDTH) if version else "",
        "versions": image.versions.count(),
        "file_form": FileForm(initial=start),
        "focal_form": focal_form,
        "uses": articles_using(image),
    }


def articles_using(image: Image) -> list[Article]:
    """The newest articles whose working copy or publications show the picture, at most 50."""
    published = PublishedFigure.objects.filter(image_version__image=image)
    return list(
        Article.objects.filter(
            Q(pk__in=published.values("publication__article"))
            | Q(pk__in=image.articles.values("pk"))
        )
        .with_live()
        .order_by("-pk")[:MOST_USES]
    )
