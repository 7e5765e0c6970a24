"""How long the desk takes in a paper that `generate` made, as JSON: milliseconds at the median.

Asked in this process, as gunicorn would ask: all of the middleware, no line in between. Who works is
the editor-in-chief, who may do everything here.
"""

import json
import time
from collections.abc import Callable
from statistics import median

import django

django.setup()

from django.urls import reverse  # noqa: E402

from articles.models import Article, PublishedArticle, Section  # noqa: E402
from tests.cast import make_cast  # noqa: E402
from tests.desk import address, open_form, send, sign_in  # noqa: E402

TIMES = 25
WARM = 3


def timings() -> dict[str, float]:
    """What is done → milliseconds."""
    # Sections here want no approvals: save and publish are then two acts, one after the other.
    Section.objects.update(approval_steps=0)
    client = sign_in(make_cast().editor_in_chief, headers={"host": "127.0.0.1"})
    articles = list(Article.objects.order_by("-pk")[100 : 100 + 4 * (TIMES + WARM)])
    far_down = min(50, Article.objects.count() // 100)
    listed = reverse("admin:articles_article_changelist")

    def get(path: str) -> Callable[[Article], None]:
        def ask(article: Article) -> None:
            assert client.get(path.format(article.pk)).status_code == 200

        return ask

    def press(button: str) -> Callable[[Article], float]:
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

    return {
        "first page": _median(get(reverse("admin:index")), articles),
        "list": _median(get(listed), articles),
        "list, far down": _median(get(f"{listed}?p={far_down}"), articles),
        "form": _median(get(address("change", 0).replace("/0/", "/{}/")), articles),
        "search, common words": _median(get(f"{listed}?q=mua+nuoc+noi"), articles),
        "search, one article": _median(get(f"{listed}?q=giu+lai+nghe+det+cu+ky+777"), articles),
        "save": _median(press("_save"), articles[: TIMES + WARM]),
        "save and publish": _median(press("_publish"), articles[TIMES + WARM :]),
    }


def _median(do: Callable[[Article], float | None], articles: list[Article]) -> float:
    """Milliseconds of doing it to one article after the other; what it returns is its own measure."""
    times = []
    for article in articles[: TIMES + WARM]:
        started = time.perf_counter()
        own = do(article)
        times.append(own if own is not None else time.perf_counter() - started)
    return median(times[WARM:]) * 1000


if __name__ == "__main__":
    print(json.dumps(timings()))
