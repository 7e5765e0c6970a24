"""The editor an article's body is written in: CKEditor 4 with our vocabulary and our figures.

What it filters is a courtesy to the person writing; the boundary is newsroom/text/html.py. Why this
editor, and how it is kept safe: docs/decisions/rich-text-editor.md.
"""

from collections.abc import Iterable
from typing import Any

from ckeditor.widgets import CKEditorWidget
from csp.constants import SELF, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.forms.widgets import Media, Script
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.text.html import BLOCKS, INLINE

from ..images import limits
from .picture_views import files_for_editor

# Only views that show the editor may answer with this; every other page keeps the strict policy.
# CKEditor writes style attributes and, in its buttons and dialogs, on… attributes; blob: is the
# preview of a picture being sent, data: the editor's own transparent pixel.
_EDITOR = {
    "script-src-attr": [UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
}
editor_csp = csp_replace(_EDITOR)
# Where the preview stands beside the text.
writing_csp = csp_replace(_EDITOR | {"frame-src": [SELF]})

# The sanitiser's vocabulary: an explicit list, or the editor would take headings for paragraphs.
_ATTRIBUTES = {
    "a": "!href",
    "td": "colspan,rowspan",
    "th": "colspan,rowspan",
    "figure": "data-image,data-name,data-alt",
    "figcaption": "data-separator,data-label,data-tail",
    "div": "!data-part",
}


def _allowed(names: Iterable[str]) -> str:
    return "; ".join(
        f"{name}[{_ATTRIBUTES[name]}]" if name in _ATTRIBUTES else name for name in sorted(names)
    )


ALLOWED_CONTENT = _allowed(BLOCKS | INLINE)

PLUGINS = (
    # What is built into ckeditor.js and used here; divarea alone is a file of its own.
    "a11yhelp",
    "basicstyles",
    "blockquote",
    "clipboard",
    "contextmenu",
    "divarea",
    "enterkey",
    "entities",
    "find",
    "link",
    "list",
    "magicline",
    "maximize",
    "pastefromgdocs",
    "pastefromword",
    "pastetext",
    "removeformat",
    "showborders",
    "tab",
    "table",
    "tableselection",
    "tabletools",
    "toolbar",
    "undo",
    "widget",
    # Ours, in static/articles/editor/.
    "articlefigure",
    "articlewriting",
)

SCRIPTS = ("writing", "figure")
STYLES = ("chrome", "text", "picker", "sending")

CONFIG: dict[str, Any] = {
    "plugins": ",".join(PLUGINS),
    "allowedContent": ALLOWED_CONTENT,
    "toolbar": [
        ["Bold", "Italic", "Link", "Unlink"],
        ["Heading2", "Heading3", "Blockquote"],
        ["BulletedList", "NumberedList", "Table"],
        ["ArticlePicture", "ArticlePictureEdit"],
        ["PasteText", "RemoveFormat"],
        ["Find", "Undo", "Redo"],
        ["Maximize"],
    ],
    "skin": "moono-lisa",
    # Nothing else is fetched than what is named here: no configuration, styles or version check.
    "customConfig": "",
    "stylesSet": False,
    "versionCheck": False,
    "format_tags": "p;h2;h3",
    # Vietnamese stays characters.
    "entities": False,
    "entities_additional": "",
    "entities_latin": False,
    "entities_greek": False,
    "width": "100%",
    "height": "auto",
    # The browser's own spelling marks, and its menu with suggestions (articlewriting).
    "disableNativeSpellChecker": False,
    # Pictures come in through the picker; never as data within the text.
    "clipboard_handleImages": False,
    "pasteFromWord_inlineImages": False,
    "linkShowAdvancedTab": False,
    "linkShowTargetTab": False,
    "magicline_color": "#9e1b1e",
    "magicline_everywhere": True,
    "undoStackSize": 100,
}
# For texts that hold no pictures.
CONFIG_OF_WORDS = CONFIG | {
    "plugins": ",".join(name for name in PLUGINS if name != "articlefigure"),
    "allowedContent": _allowed((BLOCKS | INLINE) - {"figure", "figcaption", "div"}),
    "toolbar": [tools for tools in CONFIG["toolbar"] if "ArticlePicture" not in tools],
}


class BodyEditor(CKEditorWidget):
    """A textarea that becomes the editor; without JavaScript it holds the stored HTML.

    `pictures` is whether the text may hold any.
    """

    template_name = "admin/editor/body.html"

    def __init__(self, attrs: dict[str, Any] | None = None, *, pictures: bool = True) -> None:
        super().__init__(template_name=self.template_name, attrs=attrs)
        self.pictures = pictures

    @property
    def media(self) -> Media:
        """The stock widget's first two scripts, and ours for whatever else it brings.

        The first says where the others lie and so is not deferred; modules always are, and the
        editor is made when all of them have run.
        """
        init, *_others = super().media._js
        js: list[Any] = [
            init,
            Script("ckeditor/ckeditor/ckeditor.js", defer=True),
            *(Script(f"articles/editor/{name}.js", type="module") for name in SCRIPTS),
        ]
        own = (f"articles/editor/{name}.css" for name in STYLES)
        return Media(css={"all": [*own]}, js=js)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        # Made anew for each rendering: widgets of one form class share what is not copied, and
        # two people may ask in two languages at once.
        self.config = (CONFIG if self.pictures else CONFIG_OF_WORDS) | {
            "title": _("Text"),
            "contextmenu_contentsCss": [
                static("ckeditor/ckeditor/skins/moono-lisa/editor.css"),
                static("articles/editor/menu.css"),
            ],
            "article": {
                # Each with one request, at once; others are asked for by id.
                "pictures": files_for_editor(value or "") if self.pictures else {},
                "thumbnail": reverse("admin:picture_thumbnail", args=[0]),
                "labels": _labels(),
            },
        }
        context = super().get_context(name, value, attrs)
        context["widget"] |= {"max_bytes": limits.MAX_BYTES, "pictures": self.pictures}
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """The text with the line ends it is stored with: browsers send CRLF."""
        value = super().value_from_datadict(data, files, name)
        return value.replace("\r\n", "\n") if value else value


def _labels() -> dict[str, str]:
    """What our plugins say, in the language of the desk."""
    return {
        "picture": _("Picture"),
        "edit": _("Edit picture"),
        "heading2": _("Heading"),
        "heading3": _("Smaller heading"),
        "linkText": _("Text of the link"),
        "caption": _("Caption"),
        "credit": _("Credit"),
        "missing": _("No file yet: %(name)s"),
        "noPictures": _(
            "Pictures are not taken from what is pasted. Send them with the button “Picture”."
        ),
    }
