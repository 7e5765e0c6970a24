"""How much a reader's line carries for each article before its pictures."""

import re
from functools import cache
from urllib.parse import urljoin

from .paper import Paper
from .report import Report

WHOLE, SCRIPT = 60_000, 10_000  # bytes
LETTERS = re.compile(rb'url\("?([^")]+\.woff2)"?\)')


def check(paper: Paper) -> Report:
    """HTML, style sheets, scripts and letters, compressed as browsers get them.

    All letters count that a style sheet names, fetched or not.
    """

    @cache
    def weigh(path: str) -> int:
        """Bytes of a file with all that it names in turn; of a redirect or nothing 0."""
        answer = paper.fetch(path, headers={"Accept-Encoding": "br"})
        letters = LETTERS.findall(paper.fetch(path).body) if path.endswith(".css") else []
        return len(answer.body) + sum(weigh(urljoin(path, each.decode())) for each in letters)

    articles = [page.path for page in paper.pages if page.kind == "article"]
    weights = {}
    for path in articles:
        page = paper.found.pages[path]
        styles = sum(map(weigh, set(page.tree.xpath("//link[@rel='stylesheet']/@href"))))
        script = sum(map(weigh, set(page.tree.xpath("//script/@src"))))
        weights[path] = (weigh(path) + styles + script, script)
    heaviest = max(weights, key=lambda path: weights[path])
    return Report(
        f"{len(articles)} articles",
        faults=[
            f"{path}: {whole} bytes before pictures, {script} of them script"
            for path, (whole, script) in weights.items()
            if whole > WHOLE or script > SCRIPT
        ],
        figures=["heaviest, in bytes: {}, script {}: {}".format(*weights[heaviest], heaviest)],
    )
