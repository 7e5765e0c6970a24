"""How long the desk takes in a paper that `generate` made, as JSON: milliseconds at the median.

Asked in this process, as gunicorn would ask: all of the middleware, no line in between. First people
work a little (`newsroom_at_work`), so that no queue is empty. Who works afterwards is the
editor-in-chief, who may do everything here, but for the first page, which is another for each role.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

import django

django.setup()

from django.test import Client  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.actions.reviewing import claim, forward, submit  # noqa: E402
from articles.actions.saving import save  # noqa: E402
from articles.models import Article, Author, PublishedArticle, Section  # noqa: E402
from articles.structure import Role  # noqa: E402
from tests.cast import Cast, make_cast  # noqa: E402
from tests.desk import address, newest, open_form, send, sign_in  # noqa: E402
from tests.factories import make_article  # noqa: E402

TIMES = 25
WARM = 3
# Roles whose first page is asked for; the others' have less on them.
ROLES = (Role.REPORTER, Role.EDITOR, Role.SECTION_HEAD, Role.EDITOR_IN_CHIEF)
# Of each kind of unfinished work, as much as a large newsroom may leave lying about.
UNFINISHED = 40

Do = Callable[[Article], float | None]


def timings() -> dict[str, float]:
    """What is done → milliseconds."""
    # Sections here want no approvals: save and publish are then two acts, one after the other.
    Section.objects.update(approval_steps=0)
    cast = make_cast()
    newsroom_at_work(cast)
    client = sign_in(cast.editor_in_chief, headers={"host": "127.0.0.1"})
    published = Article.objects.filter(state="published").order_by("-pk")
    articles = list(published[100 : 100 + 4 * (TIMES + WARM)])
    asked = {
        f"my desk, {role.value.replace('_', ' ')}": _get(
            sign_in(cast.of(role), headers={"host": "127.0.0.1"}), reverse("admin:index")
        )
        for role in ROLES
    }
    asked |= {name: _get(client, path) for name, path in _pages().items()}
    found = {name: _median(do, articles) for name, do in asked.items()}
    return found | {
        "autosave": _median(_autosave(client, cast), articles),
        "pulse": _median(_autosave(client, cast, typing=False), articles),
        "save": _median(_press(client, "_save"), articles[: TIMES + WARM]),
        "save and publish": _median(_press(client, "_publish"), articles[TIMES + WARM :]),
    }


def newsroom_at_work(cast: Cast) -> None:
    """Leave drafts, texts on the way, and newer revisions of what readers have."""
    section = Section.objects.filter(parent=None).latest("pk")
    cast.section_head.sections.add(section)
    steps: tuple[Callable[[Article], object], ...] = (
        lambda article: submit(article, by=cast.reporter),
        lambda article: claim(article, by=cast.editor),
        lambda article: forward(article, by=cast.editor),
    )
    for number in range(UNFINISHED * 4):
        article = make_article(section=section, by=cast.reporter)
        for step in steps[: number % 4]:
            step(article)
    for article in Article.objects.filter(state="published").order_by("-pk")[:UNFINISHED]:
        draft = replace(newest(article), title=f"{article.title} (sửa)")
        save(article, draft, by=cast.editor, base_version=article.version)


def _pages() -> dict[str, str]:
    """Name → address; {} is the id of an article."""
    listed = reverse("admin:articles_article_changelist")
    far_down = min(50, Article.objects.count() // 100)
    section = Section.objects.filter(parent=None).earliest("pk")
    article = Article.objects.filter(state="published").order_by("pk")[:1].get()
    queries = {
        "list": "",
        "list, far down": f"p={far_down}",
        "list, published": "state=published",
        "list, on the way": "state=waiting",
        "list, of a section": f"section={section.pk}",
        "list, of a byline": f"author={Author.objects.earliest('pk').name}",
        "list, mine": "whose=mine",
        "list, readers see it": "readers=live",
        "list, differs from what readers see": "readers=differs",
        "list, late": "due=late",
        "search, common words": "q=mua+nuoc+noi",
        "search, one article": "q=giu+lai+nghe+det+cu+ky+777",
        "search, author": "q=nguyen+an",
        "search, number": f"q={article.pk}",
        "search, nothing": "q=khong+co+bai+nao+nhu+the",
        "search, within a state": "q=mua+nuoc+noi&state=draft",
    }
    return {
        **{name: f"{listed}?{query}" for name, query in queries.items()},
        "list, comments": reverse("admin:comments_comment_changelist"),
        "list, notices": reverse("admin:notices"),
        "form": address("change", 0).replace("/0/", "/{}/"),
        "form, new article": address("add"),
    }


def _get(client: Client, path: str) -> Do:
    def ask(article: Article) -> None:
        assert client.get(path.format(article.pk)).status_code == 200

    return ask


def _press(client: Client, button: str) -> Do:
    def write(article: Article) -> float:
        fields = open_form(client, article)
        title = f"{article.title} ({button})"
        rows = PublishedArticle.objects.filter(article=article).count()
        started = time.perf_counter()
        response = send(client, article, fields, button, title=title)
        took = time.perf_counter() - started
        assert response.status_code == 302, response.content.decode()[:3000]
        new = PublishedArticle.objects.filter(article=article).count() - rows
        assert new == int(button == "_publish")
        return took

    return write


def _autosave(client: Client, cast: Cast, *, typing: bool = True) -> Do:
    """What an open form sends every few seconds: what was typed, or only that it is open."""
    sequence = 0

    def send_pulse(article: Article) -> float:
        nonlocal sequence
        sequence += 1
        message = {
            "key": f"{article.pk:032x}",
            "person": cast.editor_in_chief.pk,
            "version": article.version,
            "sequence": sequence,
        }
        if typing:
            message["fields"] = [["title", f"Lần {sequence}"], ["body", article.body]]
        body = json.dumps(message)
        started = time.perf_counter()
        response = client.post(address("pulse", article.pk), body, "application/json")
        took = time.perf_counter() - started
        assert response.status_code == 200 and ("keptAt" in response.json()) == typing
        return took

    return send_pulse


def _median(do: Do, articles: list[Article]) -> float:
    """Milliseconds of doing it to one article after the other; what it returns is its own measure."""
    times = []
    for article in articles[: TIMES + WARM]:
        started = time.perf_counter()
        own = do(article)
        times.append(own if own is not None else time.perf_counter() - started)
    return median(times[WARM:]) * 1000


if __name__ == "__main__":
    print(json.dumps(timings()))
