"""What came, what went and what is set otherwise, as HTML that also says so to those who listen."""

from collections.abc import Callable
from functools import cache

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from newsroom.text.diff import Fate, pieces
from newsroom.text.inline import Run, inline_runs
from newsroom.text.inline_diff import Stretch, stretches

# How much of a passage a remark repeats, in letters.
REPEATED = 60


def came(html: str) -> SafeString:
    """What only the newer text has; `html` is escaped already."""
    return _element("ins", html)


def went(html: str) -> SafeString:
    """What only the older text has; `html` is escaped already."""
    return _element("del", html)


def marked_text(old: str, new: str) -> SafeString:
    """Two plain texts as one, with what came and went."""
    shapes: dict[Fate, Callable[[str], str]] = {
        Fate.SAME: str,
        Fate.INSERTED: came,
        Fate.DELETED: went,
    }
    return mark_safe("".join(shapes[fate](escape(text)) for fate, text in pieces(old, new)))


def instead(old: str, new: str) -> SafeString:
    """Two values of which one took the other's place, as wholes."""
    return mark_safe(
        f"{went(escape(old)) if old else ''} {came(escape(new)) if new else ''}".strip()
    )


def marked_inline(old: str, new: str) -> tuple[SafeString, list[str]]:
    """Two lines of inline HTML as one, and what was set otherwise, in words."""
    found = stretches(old, new)
    html = "".join(_shown(each) for each in found)
    remarks = [remark for each in found if each.reset for remark in _remarks(each)]
    return mark_safe(html), remarks


def set_inline(html: str) -> SafeString:
    """A line of inline HTML as the comparison shows it: its links lead nowhere."""
    return mark_safe("".join(_set(run) for run in inline_runs(html)))


def _element(name: str, html: str) -> SafeString:
    begins, ends = _spoken(name, get_language())
    return mark_safe(f"<{name}>{begins}{html}{ends}</{name}>")


@cache
def _spoken(name: str, _language: str | None) -> tuple[str, str]:
    """What is said before and after an element, for those who listen.

    Browsers do not tell screen readers of ins and del in a way that all of them speak. Looked up
    once in a language, and not for each of the thousands of elements of a page.
    """
    words = (
        (_("added:"), _("end of what was added"))
        if name == "ins"
        else (_("deleted:"), _("end of what was deleted"))
    )
    begins, ends = (f'<span class="visually-hidden"> [{escape(each)}] </span>' for each in words)
    return begins, ends


def _shown(stretch: Stretch) -> str:
    run = stretch.new or stretch.old
    if run is None:
        return ""
    html = _set(run)
    if stretch.fate == Fate.INSERTED:
        return came(html)
    if stretch.fate == Fate.DELETED:
        return went(html)
    return f'<span class="reset">{html}</span>' if stretch.reset else html


def _set(run: Run) -> str:
    html = escape(run.text)
    if run.em:
        html = f"<em>{html}</em>"
    if run.strong:
        html = f"<strong>{html}</strong>"
    return f'<span class="linked">{html}</span>' if run.href else html


def _remarks(stretch: Stretch) -> list[str]:
    old, new = stretch.old, stretch.new
    if old is None or new is None or not stretch.text.strip():
        return []
    told = []
    if old.strong != new.strong:
        told.append(_("bold") if new.strong else _("no longer bold"))
    if old.em != new.em:
        told.append(_("italic") if new.em else _("no longer italic"))
    if old.href != new.href:
        told.append(_link(old.href, new.href))
    passage = Truncator(stretch.text.strip()).chars(REPEATED)
    return [
        _("formatting of “%(passage)s”: %(how)s") % {"passage": passage, "how": each}
        for each in told
    ]


def _link(old: str, new: str) -> str:
    if not new:
        return _("no longer a link to %(old)s") % {"old": old}
    if not old:
        return _("a link to %(new)s") % {"new": new}
    return _("a link to %(new)s instead of %(old)s") % {"new": new, "old": old}


def named(label: str, html: SafeString) -> SafeString:
    """A value behind its name."""
    return format_html('<span class="part-name">{}</span> {}', label, html)
