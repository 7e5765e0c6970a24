from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        """Open the desk's screens and register the checks."""
        from . import checks  # noqa: F401
        from .admin import screens  # noqa: F401
