"""May this person do this act to this thing? One answer for buttons, forms, commands and acts."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ..models import Article, Section
from ..structure import ACTS, Need, Scope, State, needs_of, permission_codename
from . import conditions
from .refusals import NotPermitted, Refused

if TYPE_CHECKING:
    from ..models import User


def scopes(act: str, by: "User") -> set[Scope]:
    """How far `by` may do `act`: empty where not at all."""
    return {scope for scope in Scope if by.has_perm(f"articles.{permission_codename(act, scope)}")}


def acts_in(section: Section, by: "User") -> bool:
    """Whether `by` acts in the section, or in the section it belongs to."""
    ids = {section.pk, section.parent_id}
    return any(own.pk in ids for own in by.sections.all())


def is_own(article: Article, by: "User") -> bool:
    """Whether `by` created the article, was given it, or is bylined on it."""
    if by.pk in (article.created_by_id, article.assignee_id):
        return True
    return article.bylines.filter(author__user=by).exists()


def reaches(act: str, by: "User", article: Article) -> bool:
    """Whether the person's role lets them do `act` to the article, whatever its state."""
    return _reach_refusal(act, by, article) is None


def refusal(
    act: str,
    by: "User | None",
    article: Article | None = None,
    *,
    waived: Collection[Need] = (),
) -> Refused | None:
    """Why `by` may not do `act` (to `article`), or None where they may.

    With `by` None a command acts: only the article's state can refuse it. `waived` needs are not
    looked at.
    """
    rule = ACTS[act]
    out_of_reach = _reach_refusal(act, by, article) if by is not None else None
    if isinstance(out_of_reach, NotPermitted):
        return out_of_reach
    # Where nobody may do it now, that is the reason, and not what an author in particular may.
    if article is not None and rule.states is not None and article.state not in rule.states:
        return Refused(
            _("The article is %(state)s: it is not possible to %(act)s in that state.")
            % {"state": State(article.state).label, "act": rule.label}
        )
    if out_of_reach is not None:
        return out_of_reach
    if by is not None and article is not None:
        return _need_refusal(act, by, article, waived)
    return None


def people_who_may(act: str, article: Article) -> "list[User]":
    """The active people whose role lets them do `act` to the article as it stands, oldest first.

    What `refusal` says of each, without asking it of everybody: how far they reach is one query.
    A superuser without a role is left out: they keep the machine and wait for no article.
    """
    rule = ACTS[act]
    if rule.states is not None and article.state not in rule.states:
        return []
    people = _people_reached(act, article)
    return [person for person in people if _need_refusal(act, person, article, ()) is None]


def overrides_authorship(by: "User | None", article: Article) -> bool:
    """Whether the person, publishing this, uses the permission to publish what is theirs alone."""
    return (
        by is not None
        and conditions.is_sole_author(article, by)
        and bool(scopes("publish_own", by))
    )


def require(
    act: str,
    by: "User | None",
    article: Article | None = None,
    *,
    waived: Collection[Need] = (),
) -> None:
    """Refuse the act unless `by` may do it.

    Raises:
        NotPermitted: the person's role does not reach so far.
        Refused: the article's state, or what else the table asks for, does not allow it.
    """
    if (reason := refusal(act, by, article, waived=waived)) is not None:
        raise reason


def _reach_refusal(act: str, by: "User", article: Article | None) -> Refused | None:
    reach = scopes(act, by)
    if not reach:
        return NotPermitted(
            _("Your role does not allow you to %(act)s. Ask your section head.")
            % {"act": ACTS[act].label}
        )
    if article is None or Scope.ANY in reach:
        return None
    if Scope.SECTIONS in reach and acts_in(article.section, by):
        return None
    if Scope.OWN in reach and is_own(article, by):
        if article.state in ACTS[act].own_states:
            return None
        return Refused(
            _("The article is %(state)s: its author cannot change it now. Ask for its return.")
            % {"state": State(article.state).label}
        )
    if Scope.SECTIONS in reach:
        return NotPermitted(
            _("You act in other sections than “%(section)s”. Ask its section head.")
            % {"section": article.section}
        )
    return NotPermitted(
        _(
            "You may only change articles that you created, that carry your byline or that were "
            "given to you."
        )
    )


def _people_reached(act: str, article: Article) -> "QuerySet[User]":
    """Those of whom `_reach_refusal` says nothing; in the three scopes, as there."""

    def granted(scope: Scope) -> Q:
        codename = permission_codename(act, scope)
        groups = Group.objects.filter(
            permissions__codename=codename, permissions__content_type__app_label="articles"
        )
        return Q(groups__in=groups)

    reached = granted(Scope.ANY) | granted(Scope.SECTIONS) & Q(
        sections__in={article.section_id, article.section.parent_id} - {None}
    )
    if article.state in ACTS[act].own_states:
        signed = article.bylines.filter(author__user__isnull=False).values("author__user")
        theirs = {article.created_by_id, article.assignee_id} - {None}
        reached |= granted(Scope.OWN) & (Q(pk__in=theirs) | Q(pk__in=signed))
    people = get_user_model().objects.filter(reached, is_active=True)
    return people.distinct().order_by("pk")


def _need_refusal(
    act: str, by: "User", article: Article, waived: Collection[Need]
) -> Refused | None:
    for need in needs_of(act, State(article.state)):
        if need in waived or need == Need.REASON:
            continue
        if need == Need.ANOTHER_AUTHOR and _may_answer_alone(act, by):
            continue
        check = _approver if need == Need.APPROVER else conditions.CHECKS[need]
        if (reason := check(article, by)) is not None:
            return reason
    return None


def _approver(article: Article, by: "User") -> Refused | None:
    if reaches("approve_article", by, article):
        return None
    return NotPermitted(
        _("The article awaits approval: only those who may approve it can return it.")
    )


def _may_answer_alone(act: str, by: "User") -> bool:
    """Publishing what is one's own can be allowed; approving it never."""
    return act != "approve_article" and bool(scopes("publish_own", by))
