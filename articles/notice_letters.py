"""Notices of the desk as letters, for a newsroom that has asked for them (NOTICES_BY_MAIL)."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from .models import Notice

logger = logging.getLogger(__name__)

MOST_AT_ONCE = 200
# After a day without mail nobody wants yesterday's letters.
OLDEST = timedelta(days=1)


def send_due() -> int:
    """Send a letter for each notice that waits for one; how many went out.

    Each is marked before it goes, so that two runs never send one twice; where the mail server
    refuses, the mark is taken back and the next run tries again.
    """
    waiting = Notice.objects.filter(to_mail=True)
    waiting.filter(activity__at__lt=timezone.now() - OLDEST).update(to_mail=False)
    sent = 0
    rows = waiting.select_related("recipient", "article", "activity__actor").order_by("pk")
    for notice in rows[:MOST_AT_ONCE]:
        if not Notice.objects.filter(pk=notice.pk, to_mail=True).update(to_mail=False):
            continue
        try:
            _send(notice)
        except OSError as error:
            Notice.objects.filter(pk=notice.pk).update(to_mail=True)
            logger.warning("a notice could not be sent: %s", error)
            break
        sent += 1
    return sent


def _send(notice: Notice) -> None:
    """One letter. Raises OSError where the mail server cannot be reached or refuses."""
    with override(notice.recipient.desk_language):
        context = {
            "notice": notice,
            "reason": notice.activity.data.get("reason") or notice.activity.data.get("note", ""),
            "site_url": settings.SITE_URL,
            "path": reverse("admin:articles_article_change", args=[notice.article_id]),
        }
        subject = " ".join(render_to_string("email/notice_subject.txt", context).split())
        text = render_to_string("email/notice.txt", context)
    send_mail(subject, text, settings.DEFAULT_FROM_EMAIL, [notice.recipient.email])
