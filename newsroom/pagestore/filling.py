"""One filler at a time for each page, in one process."""

from threading import Event, Lock


class Fillers:
    """Who is making which page just now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._busy: dict[str, Event] = {}

    def claim(self, key: str) -> Event | None:
        """None: the page is the caller's to make, who then has to `release` the key.

        Otherwise somebody is making it, and the event comes when they have done.
        """
        with self._lock:
            event = self._busy.get(key)
            if event is None:
                self._busy[key] = Event()
            return event

    def release(self, key: str) -> None:
        """Let those go on who wait for the page."""
        with self._lock:
            self._busy.pop(key).set()
