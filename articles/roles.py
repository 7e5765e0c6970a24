"""From the table in articles/structure.py to Django's groups and permissions.

Called by migrations: a later change of the table comes with a new migration that calls it again.
"""

from typing import Any

from django.utils.translation import override

from .structure import ACTS, GRANTS, Role, Scope, permission_codename


def sync_roles(apps: Any) -> None:
    """Give each role's group exactly the permissions that the table grants it."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects
    article, _created = content_types.get_or_create(app_label="articles", model="article")
    made = {}
    for act, rule in ACTS.items():
        for scope in Scope:
            codename = permission_codename(act, scope)
            made[codename], _created = permissions.get_or_create(
                content_type=article,
                codename=codename,
                defaults={"name": f"{_english(rule.label)}{_REACH[scope]}"},
            )
    for role in Role:
        group, _created = groups.get_or_create(name=role.value)
        group.permissions.set(
            made[permission_codename(act, scope)]
            for act, reach in GRANTS[role].items()
            for scope in reach
        )


_REACH = {Scope.ANY: "", Scope.SECTIONS: " (own sections)", Scope.OWN: " (own articles)"}


def _english(label: Any) -> str:
    """The message before translation: rows in the database do not follow a person's language."""
    with override(None):
        return str(label)
