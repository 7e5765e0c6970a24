"""The editor's widget: what it allows, what it loads, and which pages are loosened for it."""

import json
import re
from html import unescape

import pytest
from django.contrib import admin
from django.forms import CharField, Form
from django.test import Client
from django.urls import get_resolver, reverse
from django.utils import translation

from articles.admin.editor import ALLOWED_CONTENT, CONFIG, BodyEditor
from articles.images import limits
from articles.models import PaperPage
from newsroom.text.html import BLOCKS, INLINE, sanitise
from tests.cast import make_cast
from tests.factories import make_article, make_image, make_published

STRICT = {"script-src 'self'", "style-src 'self'", "img-src 'self'", "default-src 'none'"}
LOOSE = {
    "script-src 'self'",
    "script-src-attr 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "default-src 'none'",
}


class BodyForm(Form):
    body = CharField(widget=BodyEditor, strip=False, required=False)


def rendered(language="vi", body="<p>Chữ</p>"):
    with translation.override(language):
        return str(BodyForm(initial={"body": body})["body"])


def config(html):
    return json.loads(unescape(re.search(r'data-config="([^"]*)"', html)[1]))


# --- what it allows -------------------------------------------------------------------------------


def allowed():
    """(element, its attributes) of each rule."""
    for rule in ALLOWED_CONTENT.split("; "):
        name, _, attributes = rule.rstrip("]").partition("[")
        yield name, [each.lstrip("!") for each in attributes.split(",") if each]


def test_it_allows_the_elements_of_the_vocabulary_and_no_other():
    names = [name for name, _ in allowed()]
    assert sorted(names) == sorted(BLOCKS | INLINE)


SAMPLES = {
    "href": "/doi-song/", "colspan": "2", "rowspan": "2", "data-image": "7", "data-part": "caption",
}  # fmt: skip
# An element that stands only within others.
AROUND = {"td": "<table><tr>{}</tr></table>", "th": "<table><tr>{}</tr></table>"}


@pytest.mark.parametrize(("name", "attributes"), list(allowed()))
def test_whatever_it_allows_the_sanitiser_keeps(name, attributes):
    for attribute in attributes:
        written = f'{attribute}="{SAMPLES.get(attribute, "x")}"'
        html = AROUND.get(name, "{}").format(f"<{name} {written}>chữ</{name}>")
        assert re.search(rf"<{name} {re.escape(written)}>", sanitise(html))


def test_no_picture_can_be_in_the_text_as_data_or_by_address():
    assert "img" not in dict(allowed())
    assert CONFIG["clipboard_handleImages"] is False
    assert CONFIG["pasteFromWord_inlineImages"] is False


# --- how it is rendered ---------------------------------------------------------------------------


def test_it_speaks_the_language_of_the_desk():
    assert config(rendered("vi"))["language"] == "vi"
    english = config(rendered("en"))
    assert english["language"] == "en"
    assert english["article"]["labels"]["caption"] == "Caption"


def test_two_forms_of_one_class_do_not_share_a_language():
    vietnamese, english = BodyForm(), BodyForm()
    with translation.override("vi"):
        str(vietnamese["body"])
        with translation.override("en"):
            str(english["body"])
        assert vietnamese.fields["body"].widget.config["language"] == "vi"


def test_the_stored_text_stands_in_it_escaped_and_whole():
    body = '<p>Một &amp; hai "ba" <strong>đậm</strong></p>\n<p>&lt;/textarea&gt;</p>'
    html = rendered(body=body)
    assert unescape(re.search(r"<textarea[^>]*>\n(.*?)</textarea>", html, re.DOTALL)[1]) == body


def test_it_gives_the_line_ends_back_that_are_stored():
    form = BodyForm({"body": "<p>a</p>\r\n<p>b</p>\r\n"})
    assert form.is_valid()
    assert form.cleaned_data["body"] == "<p>a</p>\n<p>b</p>\n"


def test_the_picker_knows_what_may_be_sent_and_where():
    html = rendered()
    assert f'data-max-bytes="{limits.MAX_BYTES}"' in html
    for name in ("picture_upload", "picture_find"):
        assert f'"{reverse(f"admin:{name}")}"' in html
    assert "<form" in html.split("<template")[1]
    assert "<form" not in html.split("<template")[0]


def test_nothing_in_it_is_inline():
    html = rendered()
    assert " style=" not in html
    assert not re.search(r"\son\w+=", html)
    assert "<script" not in html


def test_its_scripts_come_in_the_order_they_need():
    scripts = re.findall(
        r'src="/static/([^"]+)"[^>]*?( defer| type="module")?></script>', str(BodyForm().media)
    )
    assert scripts == [
        ("ckeditor/ckeditor-init.js", ""),
        ("ckeditor/ckeditor/ckeditor.js", " defer"),
        ("articles/editor/writing.js", ' type="module"'),
        ("articles/editor/figure.js", ' type="module"'),
    ]


def test_the_uploader_that_comes_with_the_package_is_not_there(settings):
    assert not any("uploader" in name for name in settings.INSTALLED_APPS)
    assert "ckeditor_uploader" not in str(get_resolver().url_patterns)
    assert not any(key.startswith("filebrowser") for key in CONFIG)


# --- which pages are loosened ---------------------------------------------------------------------


def policy(response):
    return set(response.headers["Content-Security-Policy"].split("; "))


@pytest.mark.django_db
def test_the_policy_is_loosened_where_the_editor_is_and_nowhere_else(client):
    cast = make_cast()
    publication = make_published()
    article = publication.article
    make_image()
    own_pages = PaperPage.objects.all()
    editing = {
        reverse("admin:articles_article_add"),
        reverse("admin:articles_article_change", args=[article.pk]),
        *(reverse("admin:articles_paperpage_change", args=[row.pk]) for row in own_pages),
    }
    others = {publication.get_absolute_url(), "/", "/khong-co-trang-nay/", reverse("admin:login")}
    for model, screen in admin.site._registry.items():
        base = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        others |= {reverse(f"{base}_changelist"), reverse(f"{base}_add")}
        row = screen.model._base_manager.first()
        if row is not None:
            others |= {reverse(f"{base}_{name}", args=[row.pk]) for name in ("change", "history")}
    others -= editing
    for person in (cast.managing_editor, cast.administrator):
        client.force_login(person)
        for address in others:
            assert policy(client.get(address)) >= STRICT, address
    client.force_login(cast.managing_editor)
    for address in editing:
        assert policy(client.get(address)) >= LOOSE, address
        assert policy(client.post(address, {"title": ""})) >= LOOSE, address
    client.force_login(cast.administrator)
    for row in own_pages:  # who may only look gets no editor
        address = reverse("admin:articles_paperpage_change", args=[row.pk])
        assert policy(client.get(address)) >= STRICT, address


@pytest.mark.django_db
def test_who_only_reads_an_article_gets_the_strict_policy_or_no_script_at_all(client):
    cast = make_cast()
    article = make_article()
    client.force_login(cast.comment_moderator)
    response = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    assert "ckeditor" not in response.content.decode()


# --- what is collected ----------------------------------------------------------------------------


@pytest.fixture
def collected(own_site):
    """The folder of the static files that `make run` would serve, and the names in it."""
    folder = (own_site.folder / "static").resolve()
    return folder, {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_only_two_languages_and_what_the_editor_loads_are_collected(collected):
    _, names = collected
    assert len(names) < 900
    languages = {name for name in names if re.search(r"/(lang|i18n)/[^/]+\.js$", name)}
    assert {name.rsplit("/", 1)[1].split(".")[0] for name in languages} == {"vi", "en"}
    assert not [name for name in names if re.search(r"samples|adapters|skins/moono/|_ie", name)]


def test_what_ckeditor_fetches_by_itself_keeps_its_plain_name_and_is_compressed(collected):
    _, names = collected
    base = "ckeditor/ckeditor/"
    for name in (
        "lang/vi.js",
        "lang/en.js",
        "skins/moono-lisa/editor.css",
        "skins/moono-lisa/dialog.css",
        "plugins/divarea/plugin.js",
        "plugins/link/dialogs/link.js",
        "plugins/table/dialogs/table.js",
        "plugins/find/dialogs/find.js",
        "plugins/pastefromword/filter/default.js",
    ):
        assert {f"{base}{name}", f"{base}{name}.gz"} <= names
    assert not [
        name
        for name in names
        if re.match(rf"{base}(lang|plugins|skins)/.*\.[0-9a-f]{{12}}\.\w+$", name)
    ]


@pytest.mark.django_db
def test_plain_names_are_asked_for_again_and_hashed_ones_kept(collected, settings):
    folder, names = collected
    settings.STATIC_ROOT = str(folder)
    hashed = {"BACKEND": "newsroom.staticfiles.HashedStaticFilesStorage"}
    settings.STORAGES = settings.STORAGES | {"staticfiles": hashed}
    [own] = [name for name in names if re.fullmatch(r"articles/editor/text\.\w{12}\.css", name)]
    for name, kept in ((own, True), ("ckeditor/ckeditor/lang/vi.js", False)):
        response = Client().get(f"/static/{name}")
        assert response.status_code == 200
        assert ("immutable" in response.headers["Cache-Control"]) is kept
        assert response.getvalue()


def test_our_modules_import_each_other_by_hashed_names(collected):
    folder, names = collected
    hashed = [name for name in names if re.search(r"articles/editor/\w+\.[0-9a-f]{12}\.js$", name)]
    imports = [
        imported
        for name in hashed
        for imported in re.findall(r'from "\./([^"]+)"', (folder / name).read_text())
    ]
    assert imports
    assert all(re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name) for name in imports)
    assert {f"articles/editor/{name}" for name in imports} <= names


def test_hashing_changes_nothing_in_the_editor_itself(collected):
    folder, names = collected
    [hashed] = [
        name
        for name in names
        if re.fullmatch(r"ckeditor/ckeditor/ckeditor\.[0-9a-f]{12}\.js", name)
    ]
    assert (folder / hashed).read_bytes() == (folder / "ckeditor/ckeditor/ckeditor.js").read_bytes()


def test_every_plugin_it_names_is_built_in_or_collected(collected):
    folder, names = collected
    source = (folder / "ckeditor/ckeditor/ckeditor.js").read_text()
    built_in = re.search(r"CKEDITOR\.config\.plugins='([^']+)'", source)[1].split(",")
    for name in CONFIG["plugins"].split(","):
        assert (
            name in built_in
            or f"ckeditor/ckeditor/plugins/{name}/plugin.js" in names
            or name.startswith("article")
        ), name
