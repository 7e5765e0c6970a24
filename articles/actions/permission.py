"""May this person do this act to this thing? One answer for buttons, forms, commands and acts."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from ..models import Article, Section
from ..structure import ACTS, Scope, State, permission_codename
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
    """Whether `by` created the article or is bylined on it."""
    return article.created_by_id == by.pk or article.bylines.filter(author__user=by).exists()


def refusal(act: str, by: "User | None", article: Article | None = None) -> Refused | None:
    """Why `by` may not do `act` (to `article`), or None where they may.

    With `by` None a command acts: only the article's state can refuse it.
    """
    rule = ACTS[act]
    if by is not None:
        reach = scopes(act, by)
        if not reach:
            return NotPermitted(
                _("Your role does not allow you to %(act)s. Ask your section head.")
                % {"act": rule.label}
            )
        if article is not None and Scope.ANY not in reach:
            mine = Scope.OWN in reach and is_own(article, by)
            ours = Scope.SECTIONS in reach and acts_in(article.section, by)
            if not (mine or ours):
                return _out_of_reach(reach, article)
    if article is not None and rule.states is not None and article.state not in rule.states:
        return Refused(
            _("The article is %(state)s: it is not possible to %(act)s in that state.")
            % {"state": State(article.state).label, "act": rule.label}
        )
    return None


def _out_of_reach(reach: set[Scope], article: Article) -> NotPermitted:
    if Scope.SECTIONS in reach:
        return NotPermitted(
            _("You act in other sections than “%(section)s”. Ask its section head.")
            % {"section": article.section}
        )
    return NotPermitted(
        _("You may only change articles that you created or that carry your byline.")
    )


def require(act: str, by: "User | None", article: Article | None = None) -> None:
    """Refuse the act unless `by` may do it.

    Raises:
        NotPermitted: the person's role does not reach so far.
        Refused: the article's state does not allow it.
    """
    if (reason := refusal(act, by, article)) is not None:
        raise reason
