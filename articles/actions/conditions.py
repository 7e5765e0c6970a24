"""What must hold besides permission and state: one check for each Need of articles/structure.py.

Each says why not, or None. Need.REASON is looked at by the act that gets the reason, Need.APPROVER
where permissions are (`articles/actions/permission.py`).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Article
from ..structure import Need, State
from .refusals import NotPermitted, Refused

if TYPE_CHECKING:
    from ..models import User

Check = Callable[[Article, "User"], Refused | None]


def missing_approvals(article: Article) -> int:
    """How many approvals the newest revision lacks."""
    return max(0, article.section.approval_steps - article.step)


def is_sole_author(article: Article, by: "User") -> bool:
    """Whether the article is by this person alone.

    Bylines decide; an article without one belongs to whoever created it.
    """
    people: list[int | None] = []
    if article.pk is not None:
        people += article.bylines.values_list("author__user", flat=True)
    return set(people or [article.created_by_id]) == {by.pk}


def is_out(article: Article) -> bool:
    """Whether readers have the article, or will get it without anybody's doing."""
    return article.publications.filter(visible_until__gt=timezone.now()).exists()


def _approvals(article: Article, by: "User") -> Refused | None:
    if not missing_approvals(article):
        return None
    facts = {
        "number": article.revision_number,
        "step": article.step,
        "steps": article.section.approval_steps,
        "section": article.section,
    }
    if article.state == State.AWAITING_APPROVAL:
        return Refused(
            _(
                "Revision %(number)s has %(step)s of the %(steps)s approvals that “%(section)s” "
                "asks for. Somebody else has to approve it first."
            )
            % facts
        )
    return Refused(
        _(
            "Revision %(number)s has %(step)s of the %(steps)s approvals that “%(section)s” asks "
            "for. Send it up for approval first."
        )
        % facts
    )


def _missing_approval(article: Article, by: "User") -> Refused | None:
    if missing_approvals(article):
        return None
    return Refused(
        _("Revision %(number)s needs no further approval.") % {"number": article.revision_number}
    )


def _new_approver(article: Article, by: "User") -> Refused | None:
    approvals = article.approvals.filter(revision_number=article.revision_number, by=by)
    if not approvals.exists():
        return None
    return Refused(
        _("You have approved revision %(number)s already. The next approval is another person’s.")
        % {"number": article.revision_number}
    )


def _another_author(article: Article, by: "User") -> Refused | None:
    if not is_sole_author(article, by):
        return None
    return NotPermitted(
        _("You are the sole author of this article: another person must answer for it.")
    )


def _holder(article: Article, by: "User") -> Refused | None:
    if article.state != State.EDITING or article.claimed_by_id in (None, by.pk):
        return None
    return Refused(
        _("%(who)s is editing this article. Take it over first, or ask for it.")
        % {"who": article.claimed_by}
    )


def _not_holder(article: Article, by: "User") -> Refused | None:
    if article.claimed_by_id != by.pk:
        return None
    return Refused(_("You are editing this article already."))


def _newer(article: Article, by: "User") -> Refused | None:
    rows = article.publications.filter(
        revision_number=article.revision_number, visible_until__gt=timezone.now()
    )
    if not rows.exists():
        return None
    return Refused(
        _("Readers have revision %(number)s or are about to get it. Change the article first.")
        % {"number": article.revision_number}
    )


def _out(article: Article, by: "User") -> Refused | None:
    if is_out(article):
        return None
    return Refused(_("Readers have never had this article: there is nothing to withdraw."))


def _never_out(article: Article, by: "User") -> Refused | None:
    # The slug is given by the first publication; without one there is nothing to ask for.
    if not article.slug or not article.publications.exists():
        return None
    return Refused(_("Readers have had this article or are about to get it. Withdraw it instead."))


CHECKS: dict[Need, Check] = {
    Need.APPROVALS: _approvals,
    Need.MISSING_APPROVAL: _missing_approval,
    Need.NEW_APPROVER: _new_approver,
    Need.ANOTHER_AUTHOR: _another_author,
    Need.HOLDER: _holder,
    Need.NOT_HOLDER: _not_holder,
    Need.NEWER: _newer,
    Need.OUT: _out,
    Need.NEVER_OUT: _never_out,
}
