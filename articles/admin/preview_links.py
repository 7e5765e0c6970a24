"""Preview links beside an article: those there are, making one, revoking one."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..actions.permission import reaches, refusal
from ..actions.previewing import LIVES, create_preview_link, revoke_preview_link
from ..addresses import absolute
from ..models import Article, PreviewLink, User
from ..structure import State
from .standing import spoken_minute
from .verbs import Verb, VerbForm

DEFAULT_LIFE = 3
# How many links an article's column tells of; the history has them all.
SHOWN = 20


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as the column shows it: its whole address, or why it shows nothing any more."""

    link: PreviewLink
    address: str
    why_closed: str


@dataclass(frozen=True, slots=True)
class LinksBeside:
    """The newest links of an article; `reason` is why this person cannot make one now, or ""."""

    open: list[LinkLine]
    closed: list[LinkLine]
    reason: str


def links_beside(article: Article, person: User) -> LinksBeside | None:
    """What the column tells of the article's links; None to those who have nothing to do there."""
    if not reaches("revoke_preview_link", person, article):
        return None
    links = article.preview_links.with_open(timezone.now())
    links = links.select_related("created_by", "revoked_by")[:SHOWN]
    lines = [_line(link, article) for link in links]
    reason = refusal("create_preview_link", person, article)
    return LinksBeside(
        open=[line for line in lines if line.address],
        closed=[line for line in lines if not line.address],
        reason=str(reason) if reason else "",
    )


def _line(link: PreviewLink, article: Article) -> LinkLine:
    if link.is_open:
        return LinkLine(link, absolute(link.get_absolute_url()), "")
    if link.revoked_at is not None:
        why = _("revoked by %(who)s, %(when)s") % {
            "who": link.revoked_by or _("a command"),
            "when": spoken_minute(link.revoked_at),
        }
    elif link.expires_at <= timezone.now():
        why = _("ended %(when)s") % {"when": spoken_minute(link.expires_at)}
    else:
        why = _("shows nothing while the article is %(state)s") % {
            "state": State(article.state).label
        }
    return LinkLine(link, "", why)


class PreviewLinkForm(VerbForm):
    days = forms.TypedChoiceField(
        label=gettext_lazy("The link opens for"),
        coerce=int,
        choices=list(
            zip(
                LIVES,
                (gettext_lazy("1 day"), gettext_lazy("3 days"), gettext_lazy("7 days")),
                strict=True,
            )
        ),
        initial=DEFAULT_LIFE,
        widget=forms.RadioSelect,
    )


class RevokeLinkForm(VerbForm):
    link = forms.ModelChoiceField(
        PreviewLink.objects.none(),
        label=gettext_lazy("Link"),
        widget=forms.RadioSelect,
        empty_label=None,
    )

    def set_row(self, row: Article) -> None:
        """Offer those that are not revoked; one that somebody else has just revoked still fits."""
        field = self.fields["link"]
        field.queryset = row.preview_links.all()
        field.widget.choices = [
            (link.pk, _described(link)) for link in field.queryset.filter(revoked_at=None)
        ]


def _described(link: PreviewLink) -> str:
    return _("Revision %(number)s, open until %(minute)s") % {
        "number": link.revision_number,
        "minute": spoken_minute(link.expires_at),
    }


def _create(article: Article, person: User, data: dict[str, Any]) -> str:
    link = create_preview_link(article, by=person, days=data["days"], base_version=data["version"])
    return _(
        "The link to revision %(number)s stands beside the article. It opens until %(minute)s."
    ) % {"number": link.revision_number, "minute": spoken_minute(link.expires_at)}


def _revoke(article: Article, person: User, data: dict[str, Any]) -> str:
    revoke_preview_link(data["link"], by=person)
    return _("Revoked: the link shows nothing any more.")


PREVIEW_LINK = Verb(
    "preview-link",
    "create_preview_link",
    gettext_lazy("Make a preview link"),
    _create,
    PreviewLinkForm,
    gettext_lazy(
        "Whoever has the link reads the newest saved revision, without signing in, until the link "
        "ends or somebody revokes it. What is saved later needs a link of its own."
    ),
    # It stands with the links.
    applies=lambda article: False,
)
REVOKE_LINK = Verb(
    "revoke-link",
    "revoke_preview_link",
    gettext_lazy("Revoke the link"),
    _revoke,
    RevokeLinkForm,
    gettext_lazy(
        "From then on the link shows nobody anything, text and pictures alike. It cannot be opened "
        "again; another one can be made."
    ),
    dangerous=True,
    # Reached from the link itself.
    applies=lambda article: False,
    chosen_before=("link",),
)

PREVIEW_LINK_VERBS = (PREVIEW_LINK, REVOKE_LINK)
