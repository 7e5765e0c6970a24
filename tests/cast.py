"""Who is who in the tests: one person for each role, and a stranger."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from articles.models import User
from articles.structure import Role

PASSWORD = "mat-khau-cua-doan-kich"


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of the newsroom. The section head acts in no section until a test says which."""

    reporter: User
    editor: User
    section_head: User
    managing_editor: User
    editor_in_chief: User
    picture_editor: User
    comment_moderator: User
    administrator: User
    stranger: User

    def of(self, role: Role) -> User:
        """The person with this role."""
        return getattr(self, role.value)


def make_person(username: str, role: Role | None = None, **fields: object) -> User:
    """A person of the newsroom (staff), in the group of `role`; without one, a stranger to it."""
    person = User(username=username, is_staff=role is not None, **fields)
    person.set_password(PASSWORD)
    person.refold()
    person.save()
    if role is not None:
        person.groups.add(Group.objects.get(name=role))
    return person


def make_cast() -> Cast:
    """Everybody."""
    return Cast(
        **{role.value: make_person(role.value, role) for role in Role},
        stranger=make_person("stranger"),
    )
