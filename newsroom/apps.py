"""Django's own applications, configured for this paper."""

from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class DeskConfig(AdminConfig):
    """Django's admin, with the desk's own site class."""

    default_site = "articles.admin.site.DeskSite"


class StaticConfig(StaticFilesConfig):
    """Static files without what the editor ships and never loads.

    All of django-ckeditor is over 3,000 files: the languages nobody here reads, its samples, its
    adapters and the plugins that are built into ckeditor.js already or are switched off.
    """

    ignore_patterns = [
        *StaticFilesConfig.ignore_patterns,
        "ckeditor/ckeditor/samples",
        "ckeditor/ckeditor/adapters",
        "ckeditor/ckeditor/vendor",
        "ckeditor/ckeditor/lang/[!ev]*.js",
        "ckeditor/ckeditor/*/lang/[!ev]*.js",
        "ckeditor/galleriffic",
        "ckeditor/file-icons",
    ]
