"""Pictures on the desk: sending, finding, describing and looking at them.

Scripts and plain forms use the same addresses: who asks for JSON gets it, anyone else is led to the
picture's page with a message. Files are examined and stored here, before an act opens its
transaction; no original is ever served.
"""

import re
from collections.abc import Callable
from functools import partial, wraps
from operator import attrgetter
from typing import Any

from django import forms
from django.contrib import messages
from django.core.files import File
from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from newsroom.text import vietnamese

from ..actions.permission import require
from ..actions.records import add_image, replace_image_file, save_record
from ..actions.refusals import NotPermitted, Refused, Stale
from ..images import limits, store
from ..images.decode import PictureRefused
from ..images.renditions import RenditionSpec, rendition_name, rendition_plan
from ..models import Image, ImageVersion

YEAR = 365 * 24 * 60 * 60
FOUND_AT_ONCE = 24
THUMBNAIL_WIDTH = 400
# How wide a picture is shown in the editor, in pixels.
EDITOR_WIDTH = 800
# What a multipart request holds beside the file.
FORM_BYTES = 64 * 1024
WORDS = ("alt", "caption", "credit")

View = Callable[..., HttpResponseBase]


class FileForm(forms.Form):
    """The next file of a picture, and the version of the picture it was chosen on."""

    file = forms.FileField(label=gettext_lazy("File"))
    version = forms.IntegerField(widget=forms.HiddenInput)


class FocalForm(forms.Form):
    """The point that every crop keeps, in per cent from the left and from the top."""

    x = forms.FloatField(label=gettext_lazy("From the left, %"), min_value=0, max_value=100)
    y = forms.FloatField(label=gettext_lazy("From the top, %"), min_value=0, max_value=100)
    version = forms.IntegerField(widget=forms.HiddenInput)


class WordsForm(forms.ModelForm):
    """What the archive says of a picture."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Image
        fields = WORDS


def picture_urls(wrap: Callable[..., View]) -> list[Any]:
    """The addresses of this module, to stand in the admin's own; `wrap` is `AdminSite.admin_view`.

    A rendition never changes, so its address alone is not told to be forgotten.
    """
    file = partial(wrap, cacheable=True)
    return [
        path("upload/", wrap(upload), name="picture_upload"),
        path("find/", wrap(find), name="picture_find"),
        path("<number:pk>/facts/", wrap(show_facts), name="picture_facts"),
        path("<number:pk>/file/", wrap(replace), name="picture_replace"),
        path("<number:pk>/focal/", wrap(focus), name="picture_focus"),
        path("<number:pk>/words/", wrap(describe), name="picture_describe"),
        path("<number:pk>/thumbnail/", wrap(thumbnail), name="picture_thumbnail"),
        path(
            "file/<number:pk>/<str:crop>/<number:width>.webp", file(rendition), name="picture_file"
        ),
    ]


def facts(image: Image) -> dict[str, Any]:
    """What scripts know of a picture. `thumbnail` is empty while its file is missing.

    Width and height are pixels of the upright picture, 0 without a file.
    """
    version = image.current
    return {
        "id": image.pk,
        "version": image.version,
        "name": image.original_filename,
        "width": version.width if version else 0,
        "height": version.height if version else 0,
        "alt": image.alt,
        "caption": image.caption,
        "credit": image.credit,
        "thumbnail": address_within(version, THUMBNAIL_WIDTH) if version else "",
    }


def address_within(version: ImageVersion, width: int) -> str:
    """Where a signed-in person sees the whole picture, at most `width` pixels wide."""
    return _address(version, _fitting(version, width))


def files_for_editor(text: str) -> dict[str, dict[str, Any]]:
    """By the id of each picture in a body: where its `file` is, of what `width` and `height`.

    Pictures whose file is missing are left out. The text may be anything that a browser sent.
    """
    images = Image.objects.select_related("current").filter(
        pk__in={int(number) for number in _PICTURE.findall(text)}, current__isnull=False
    )
    files = {}
    for image in images if _PICTURE.search(text) else ():
        spec = _fitting(image.current, EDITOR_WIDTH)
        address = _address(image.current, spec)
        files[str(image.pk)] = {"file": address, "width": spec.width, "height": spec.height}
    return files


_PICTURE = re.compile(r'data-image="(\d{1,18})"', re.ASCII)


def _fitting(version: ImageVersion, width: int) -> RenditionSpec:
    """The widest rendition of the whole picture within `width`, or the narrowest there is."""
    whole = [spec for spec in rendition_plan(version.width, version.height) if spec.crop == "full"]
    within = [spec for spec in whole if spec.width <= width]
    return max(within, key=attrgetter("width")) if within else min(whole, key=attrgetter("width"))


def _address(version: ImageVersion, spec: RenditionSpec) -> str:
    return reverse("admin:picture_file", args=[version.pk, spec.crop, spec.width])


def matching(images: QuerySet[Image], text: str) -> QuerySet[Image]:
    """The pictures whose name, caption, credit or description holds every word of `text`."""
    for word in vietnamese.fold(text).split():
        images = images.filter(folded__contains=word)
    return images


# --- How an act answers ---------------------------------------------------------------------------


def _answered(act: Callable[..., Image]) -> View:
    """A view of an act on a picture: it may be done by this person, and both outcomes are told."""

    @wraps(act)
    def view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            require("save_image", request.user)
            image = act(request, *args, **kwargs)
        except PictureRefused as refused:
            return _refusal(request, refused.reason, 422, kwargs.get("pk"))
        except Stale as stale:
            return _refusal(request, str(stale), 409, kwargs.get("pk"))
        except NotPermitted as refused:
            return _refusal(request, str(refused), 403, kwargs.get("pk"))
        except Refused as refused:
            return _refusal(request, str(refused), 422, kwargs.get("pk"))
        if _wants_json(request):
            return JsonResponse(facts(image))
        messages.success(request, _("“%(name)s” is saved.") % {"name": image})
        return HttpResponseRedirect(_page_of(image.pk))

    return view


def _refusal(request: HttpRequest, sentence: str, status: int, pk: int | None) -> HttpResponse:
    if _wants_json(request):
        return JsonResponse({"error": sentence}, status=status)
    messages.error(request, sentence)
    return HttpResponseRedirect(_page_of(pk))


def _wants_json(request: HttpRequest) -> bool:
    return request.get_preferred_type(["application/json", "text/html"]) == "application/json"


def _page_of(pk: int | None) -> str:
    if pk is None:
        return reverse("admin:articles_image_changelist")
    return reverse("admin:articles_image_change", args=[pk])


def _with_a_file(view: View) -> View:
    """Refuse what is larger than a picture may be before a byte of it is read.

    Looking for the token in the form would read it all: the length is looked at first.
    """
    protected = csrf_protect(view)

    @csrf_exempt
    @require_POST
    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > limits.MAX_BYTES + FORM_BYTES:
            sentence = _("The file is larger than %(limit)d MB; save it with stronger compression.")
            limit = {"limit": limits.MAX_BYTES // 1024**2}
            return _refusal(request, sentence % limit, 413, kwargs.get("pk"))
        return protected(request, *args, **kwargs)

    return limited


# --- The views ------------------------------------------------------------------------------------


@_with_a_file
@_answered
def upload(request: HttpRequest) -> Image:
    """Take a new picture into the archive."""
    return take_new(_sent_file(request), request)


def take_new(file: UploadedFile, request: HttpRequest) -> Image:
    """Examine and store a file, then enter it.

    Raises:
        PictureRefused: it is no picture we can show.
        NotPermitted: the person may not upload pictures.
    """
    stored = store.take_in(file.file, file.name or "")
    return add_image(stored, stored.filename, by=request.user)


@_with_a_file
@_answered
def replace(request: HttpRequest, pk: int) -> Image:
    """Give a picture its (next) file; the focal point of the old one says nothing of the new."""
    image = get_object_or_404(Image, pk=pk)
    data = _clean(FileForm(request.POST, request.FILES))
    stored = store.take_in(data["file"].file, data["file"].name)
    return replace_image_file(image, stored, by=request.user, base_version=data["version"])


@require_POST
@_answered
def focus(request: HttpRequest, pk: int) -> Image:
    """Make a version of the same file with another focal point."""
    image = get_object_or_404(Image.objects.select_related("current"), pk=pk)
    if image.current is None:
        raise Refused(_("This picture has no file."))
    data = _clean(FocalForm(request.POST))
    point = (round(data["x"] / 100, 3), round(data["y"] / 100, 3))
    with storages["originals"].open(image.current.original) as original:
        stored = store.take_in(original, image.original_filename, point)
    return replace_image_file(image, stored, by=request.user, base_version=data["version"])


@require_POST
@_answered
def describe(request: HttpRequest, pk: int) -> Image:
    """Save what the archive says of a picture."""
    image = get_object_or_404(Image, pk=pk)
    data = _clean(WordsForm(request.POST))
    words = {name: data[name] for name in WORDS}
    return save_record(image, words, by=request.user, base_version=data["version"])


@require_GET
def find(request: HttpRequest) -> JsonResponse:
    """Pictures with a file that hold the words of `q`, the newest first, 24 at a time.

    {results: […], next: the value of `before` that gives the following ones, or null}
    """
    images = Image.objects.select_related("current").filter(current__isnull=False)
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit():
        images = images.filter(pk__lt=before)
    found = list(matching(images, request.GET.get("q", ""))[: FOUND_AT_ONCE + 1])
    shown = found[:FOUND_AT_ONCE]
    following = shown[-1].pk if len(found) > len(shown) else None
    return JsonResponse({"results": [facts(image) for image in shown], "next": following})


@require_GET
def show_facts(request: HttpRequest, pk: int) -> JsonResponse:
    """What is known of one picture, its file missing or not."""
    return JsonResponse(facts(get_object_or_404(Image.objects.select_related("current"), pk=pk)))


@require_GET
def thumbnail(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the editor sees a picture by its id alone; 404 while its file is missing."""
    image = get_object_or_404(Image.objects.select_related("current"), pk=pk)
    if image.current is None:
        return _no_file()
    return HttpResponseRedirect(address_within(image.current, EDITOR_WIDTH))


@require_GET
def rendition(request: HttpRequest, pk: int, crop: str, width: int) -> HttpResponseBase:
    """A rendition that readers may not have yet; no other private file has an address."""
    file = open_rendition(get_object_or_404(ImageVersion, pk=pk), crop, width)
    if file is None:
        return _no_file()
    response = FileResponse(file, content_type="image/webp")
    patch_cache_control(response, private=True, max_age=YEAR, immutable=True)
    return response


def open_rendition(version: ImageVersion, crop: str, width: int) -> File | None:
    """A rendition in the private storage, opened; None where the picture has no such file."""
    planned = {(spec.crop, spec.width) for spec in rendition_plan(version.width, version.height)}
    if (crop, width) not in planned:
        return None
    try:
        return storages["originals"].open(rendition_name(version.hash, crop, width))
    except FileNotFoundError:
        return None


def _no_file() -> HttpResponse:
    return HttpResponse(_("This picture has no file."), "text/plain; charset=utf-8", 404)


def _sent_file(request: HttpRequest) -> UploadedFile:
    file = request.FILES.get("file")
    if file is None:
        raise Refused(_("Choose a file first."), "file")
    return file


def _clean(form: forms.BaseForm) -> dict[str, Any]:
    """What a form holds; its first error becomes a refusal."""
    if not form.is_valid():
        field, errors = next(iter(form.errors.items()))
        raise Refused(errors[0], None if field == "__all__" else field)
    return form.cleaned_data
