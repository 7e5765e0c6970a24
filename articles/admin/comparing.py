"""Two texts of an article compared: any two revisions, or one with what readers see."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from .. import body
from ..actions.permission import refusal
from ..models import Article, Image, Section
from .article_verbs import RESTORE
from .body_comparison import Files
from .comparison import PartDiffers, differences
from .picture_views import THUMBNAIL_WIDTH, address_within
from .revisions import find_article
from .sides import LIVE, Side, as_published, find_sides
from .standing import standing_of

if TYPE_CHECKING:
    from .articles import ArticleAdmin


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another comparison."""

    label: str
    url: str


def comparison_view(model_admin: "ArticleAdmin", request: HttpRequest, pk: int) -> HttpResponse:
    """`?from=` and `?to=` are numbers of revisions or “live”, what readers see now.

    Without `to` it is the working copy, without `from` the revision before that.
    """
    article = find_article(model_admin, request, pk)
    to = request.GET.get("to") or str(article.revision_number)
    since = request.GET.get("from") or _before(to)
    old, new = find_sides(article, since, to)
    reason = refusal(RESTORE.act, request.user, article)
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Two texts compared"),
        "opts": model_admin.opts,
        "article": article,
        "standing": standing_of(article),
        "sides": (old, new),
        "differences": _differences(old, new),
        "swapped": comparison_url(article, new.key, old.key),
        "ways": _ways(article, old, new),
        "restore_reason": str(reason) if reason else "",
    }
    return TemplateResponse(request, "admin/article_comparison.html", context)


def comparison_url(article: Article, since: str | int, to: str | int) -> str:
    """The address of a comparison of the article."""
    address = reverse("admin:articles_article_compare", args=[article.pk])
    return f"{address}?from={since}&to={to}"


def _before(key: str) -> str:
    """The first revision has none before it: it is compared with itself."""
    return str(max(1, int(key) - 1)) if key.isascii() and key.isdigit() else key


def _differences(old: Side, new: Side) -> list[PartDiffers]:
    if LIVE in (old.key, new.key):
        old, new = as_published(old), as_published(new)
    named = {old.draft.section, new.draft.section, *old.draft.also_in, *new.draft.also_in}
    sections = Section.objects.select_related("parent").in_bulk(named)
    names = {pk: str(section) for pk, section in sections.items()}
    return differences(old.draft, new.draft, (old.blocks, new.blocks), names, _files(old, new))


def _files(old: Side, new: Side) -> Files:
    images = set(body.image_ids((*old.blocks, *new.blocks)))
    current = {
        image.pk: image.current
        for image in Image.objects.select_related("current").filter(pk__in=images)
        if image.current
    }
    published = old.files | new.files
    one_is_live = old.key != new.key and LIVE in (old.key, new.key)
    return Files(
        addresses={pk: address_within(file, THUMBNAIL_WIDTH) for pk, file in current.items()},
        newer=frozenset(pk for pk, file in current.items() if published.get(pk, file.pk) != file.pk)
        if one_is_live
        else frozenset(),
        hidden=old.hidden | new.hidden,
    )


def _ways(article: Article, old: Side, new: Side) -> list[Way]:
    """The comparisons next to this one."""
    ways = []
    shown = (old.key, new.key)
    number = new.revision.number
    newest = article.revision_number
    if number > 1 and not new.publication and shown != (str(number - 1), new.key):
        label = _("Revision %(number)s with the one before it") % {"number": number}
        ways.append(Way(label, comparison_url(article, number - 1, number)))
    if number < newest and not new.publication:
        label = _("The next step, to revision %(number)s") % {"number": number + 1}
        ways.append(Way(label, comparison_url(article, number, number + 1)))
    if shown != (old.key, str(newest)) and old.key != str(newest):
        label = _("%(what)s with the working copy") % {"what": old.label}
        ways.append(Way(label, comparison_url(article, old.key, newest)))
    if article.live_revision and LIVE not in shown:
        label = _("What readers see with %(what)s") % {"what": new.label}
        ways.append(Way(label, comparison_url(article, LIVE, new.key)))
    return ways
