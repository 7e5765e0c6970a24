"""The desk: Django's admin under our own name."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class DeskSite(AdminSite):
    """One admin site, with the desk's titles."""

    site_header = _("Newsroom desk")
    site_title = _("Newsroom desk")
    index_title = _("Desk")
    empty_value_display = "–"
