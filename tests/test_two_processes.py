"""What one process does, the readers of two others see at once: real servers, real clocks."""

import json
import time
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

SETUP = """
import json
from datetime import timedelta
from django.utils import timezone
from articles.actions.publishing import publish
from articles.actions.placing import place
from tests import factories
section = factories.make_section("Thời sự", slug="thoi-su")
author = factories.make_author("Minh An")
row = factories.make_published(title="Bài sẽ bị gỡ", section=section, authors=[author], tags=("lũ",))
place(row.article, "noi-bat", by=None)
print(json.dumps({"id": row.article_id, "url": row.get_absolute_url()}))
"""

WITHDRAW = """
from articles.models import Article
from articles.actions.withdrawing import withdraw
withdraw(Article.objects.get(pk={id}), by=None, reason="Thử")
"""

SCHEDULE = """
import json
from datetime import timedelta
from dataclasses import replace
from django.utils import timezone
from articles.models import Article
from articles.actions.publishing import publish
from articles.actions.saving import save
article = Article.objects.get(pk={id})
draft = article.revisions.get(number=article.revision_number).draft
article = save(article, replace(draft, title="Bản hẹn giờ"), by=None, base_version=article.version)
row = publish(article, by=None, at=timezone.now() + timedelta(seconds=3))
print(json.dumps({{"at": row.visible_from.timestamp()}}))
"""

# Enough requests that both of the server's processes answer some.
REQUESTS = 12


def shell(site, code: str) -> dict:
    printed = site.manage("shell", "-v0", "-c", code).strip()
    return json.loads(printed) if printed else {}


def status_and_text(address: str) -> tuple[int, str]:
    try:
        with urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_a_withdrawn_article_is_gone_everywhere_within_a_second(own_site):
    made = shell(own_site, SETUP)
    lists = ["/", "/thoi-su/", "/tac-gia/minh-an/", f"/tu-khoa/{quote('lu')}/"]
    with own_site.server() as address:
        for path in [*lists, made["url"], f"/{made['id']}"]:
            status, text = status_and_text(address + path)
            assert (status, "Bài sẽ bị gỡ" in text) == (200, True), path
        shell(own_site, WITHDRAW.format(**made))
        time.sleep(1)
        for _ in range(REQUESTS):
            for path in (made["url"], f"/{made['id']}"):
                assert status_and_text(address + path)[0] == 410, path
            assert [status_and_text(address + path)[0] for path in lists] == [200, 200, 404, 404]
            for path in lists:
                assert "Bài sẽ bị gỡ" not in status_and_text(address + path)[1], path


def test_a_scheduled_update_appears_at_its_minute_with_no_worker_running(own_site):
    made = shell(own_site, SETUP)
    with own_site.server() as address:
        at = shell(own_site, SCHEDULE.format(**made))["at"]
        while time.time() < at - 0.3:
            status, text = status_and_text(address + made["url"])
            assert status == 200
            if time.time() < at:
                assert "Bản hẹn giờ" not in text
            time.sleep(0.1)
        time.sleep(max(0, at - time.time()) + 0.05)
        for _ in range(REQUESTS):
            assert "Bản hẹn giờ" in status_and_text(address + made["url"])[1]
