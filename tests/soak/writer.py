"""Somebody who works at the desk over HTTP, and remembers what the desk has acknowledged."""

import json
import random
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event
from types import SimpleNamespace
from urllib.parse import urlencode

from tests.desk import fields_of

FORM = "application/x-www-form-urlencoded"
PATIENCE = 30  # seconds


@dataclass
class Writer:
    """One person with an article of their own: saves, publishes and autosaves until told to stop.

    `tried` are the titles sent to be saved, in order, `saved` and `published` those of them that were
    acknowledged; `autosaves` is the number of the last autosave sent, `autosaved` of the last one
    acknowledged. `wrong` is an answer that should not be.
    """

    address: str
    session: str
    token: str
    person: int
    article: int
    seed: int
    tried: list[str] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)
    published: list[str] = field(default_factory=list)
    autosaves: int = 0
    autosaved: int = 0
    acknowledged: int = 0
    was_cut_short: bool = False
    wrong: str = ""

    def work(self, stop: Event) -> None:
        """Act at random; an act whose answer never comes may have been done or not."""
        chance = random.Random(self.seed)
        while not stop.is_set() and not self.wrong:
            try:
                if chance.random() < 0.3:
                    self._autosave()
                else:
                    self._save("_publish" if chance.random() < 0.6 else "_save")
            except (HTTPException, OSError):
                self.was_cut_short = True
                stop.wait(0.02)  # the next process is on its way
            else:
                self.was_cut_short = False

    def _autosave(self) -> None:
        self.autosaves += 1
        number = self.autosaves
        message = {"key": f"{self.article:032x}", "person": self.person, "sequence": number}
        message["fields"] = [["title", f"Lần {number}"], ["body", "<p>Chữ</p>" * 500]]
        status, text = self._ask("POST", "pulse", json.dumps(message), "application/json")
        if status != 200 or "keptAt" not in json.loads(text):
            self.wrong = f"{status} {text[:2000]}"
            return
        self.autosaved = number
        self.acknowledged += 1

    def _save(self, button: str) -> None:
        status, text = self._ask("GET", "change")
        if status != 200:
            self.wrong = f"{status} {text[:2000]}"
            return
        fields = fields_of(SimpleNamespace(content=text.encode()))
        title = f"Bài {self.article}, lần {len(self.tried) + 1}"
        self.tried.append(title)
        typed = fields | {"title": title, button: "1", "csrfmiddlewaretoken": self.token}
        status, text = self._ask("POST", "change", urlencode(typed, doseq=True))
        if status == 200 and 'class="conflict"' in text and self.was_cut_short:
            return  # the database was still committing for the killed process when the form opened
        if status != 302:
            self.wrong = f"{status} {text[:6000]}"
            return
        self.saved.append(title)
        if button == "_publish":
            self.published.append(title)
        self.acknowledged += 1

    def _ask(self, method: str, page: str, body: str = "", kind: str = FORM) -> tuple[int, str]:
        connection = HTTPConnection(self.address, timeout=PATIENCE)
        headers = {
            "Content-Type": kind,
            "Cookie": f"desk={self.session}; desk_csrf={self.token}",
            "X-CSRFToken": self.token,
        }
        try:
            path = f"/toa-soan/articles/article/{self.article}/{page}/"
            connection.request(method, path, body.encode(), headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()
