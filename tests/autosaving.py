"""What an article's page sends while somebody types, and what is kept of it."""

import json

from articles.models import AutosavedDraft
from tests.desk import address

KEY, OTHER_KEY = "a" * 32, "b" * 32


def pulse(client, person, article=None, *, key=KEY, typed=None, **more):
    """What the page `key` of this person's sends; `typed` is the form as `open_form` gives it."""
    url = address("pulse", article.pk) if article else address("pulse_new")
    message = {"key": key, "person": str(person.pk), "sequence": 1} | more
    if typed is not None:
        message["fields"] = [[name, value] for name, values in typed.items() for value in values]
    return client.post(url, json.dumps(message), content_type="application/json")


def kept(person) -> list[AutosavedDraft]:
    """What of this person's is kept and not saved."""
    return list(AutosavedDraft.objects.filter(user=person, saved_as=None))
