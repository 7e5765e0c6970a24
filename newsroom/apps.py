"""Django's own applications, configured for this paper."""

from django.contrib import admin
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the desk's own site class."""

    default_site = "articles.admin.site.DeskSite"

    def ready(self) -> None:
        """Take away the screens that applications bring along: they would write without an act.

        Groups come from articles/structure.py, and tags are the paper's own class.
        """
        super().ready()
        registered = {model._meta.label: model for model in admin.site._registry}
        for label in ("auth.Group", "taggit.Tag"):
            admin.site.unregister(registered[label])


OTHER_LANGUAGES = ("[!ev]*.js", "e[!n]*.js", "en-*.js")

# CKEditor's plugins that are switched off, or built into ckeditor.js whole.
UNUSED_PLUGINS = (
    "about", "adobeair", "ajax", "autoembed", "autogrow", "autolink", "bbcode", "codesnippet",
    "codesnippetgeshi", "colordialog", "copyformatting", "devtools", "div", "docprops", "embed",
    "embedbase", "embedsemantic", "exportpdf", "filetools", "flash", "forms", "iframe",
    "iframedialog", "image", "image2", "language", "lineutils", "liststyle", "mathjax",
    "menubutton", "notification", "notificationaggregator", "pagebreak", "pastefromlibreoffice",
    "placeholder", "preview", "scayt", "sharedspace", "showblocks", "smiley", "sourcedialog",
    "specialchar", "stylesheetparser", "tableresize", "templates", "uicolor", "uploadimage",
    "uploadwidget", "wsc", "xml",
)  # fmt: skip


class StaticConfig(StaticFilesConfig):
    """Static files without what libraries ship and this paper never loads.

    All of django-ckeditor is over 1,200 files, each of which would be hashed and compressed twice:
    languages nobody here reads, samples, other skins, plugins that are switched off.
    docs/decisions/rich-text-editor.md
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/galleriffic/*",
        "ckeditor/file-icons/*",
        *(
            f"ckeditor/ckeditor/{name}/*"
            for name in ("adapters", "samples", "skins/moono", "vendor")
        ),
        *(f"ckeditor/ckeditor/plugins/{name}/*" for name in UNUSED_PLUGINS),
        "ckeditor/ckeditor/plugins/widget/plugin.js",
        "ckeditor/ckeditor/*_ie*.css",
        "ckeditor/ckeditor/*.md",
        "ckeditor/ckeditor/*.json",
        *(f"ckeditor/ckeditor/{name}" for name in ("*config.js", "styles.js", "contents.css")),
        # Languages other than vi and en, of the editor and of the admin's own script for choices.
        *(f"*/{folder}/{names}" for folder in ("lang", "i18n") for names in OTHER_LANGUAGES),
    ]
