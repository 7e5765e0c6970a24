"""What pages tell machines, in a real browser: data that nothing refuses and nothing runs."""

import json

import pytest

from tests.factories import make_published

pytestmark = pytest.mark.django_db(transaction=True)

DATA = "document.querySelector('script[type=\"application/ld+json\"]').textContent"


def watch_policy(page) -> list[str]:
    """A list that fills with the directive of each thing that the policy refuses."""
    refused: list[str] = []
    page.expose_function("refused", lambda directive: refused.append(directive))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => refused(event.violatedDirective))"
    )
    return refused


def test_structured_data_is_let_in_by_the_policy_and_never_run(live_server, page):
    title = "</script><script>window.ran = 1</script>"
    publication = make_published(title=title)
    refused = watch_policy(page)
    for path in ("/", publication.get_absolute_url()):
        page.goto(live_server.url + path)
        graph = json.loads(page.evaluate(DATA))["@graph"]
        assert len(graph) == 2
        assert page.evaluate("window.ran") is None
    assert graph[0]["headline"] == title
    assert refused == []


def test_a_script_in_the_page_would_be_refused_and_seen(live_server, context):
    page = context.new_page()
    refused = watch_policy(page)
    page.goto(live_server.url + "/")
    page.evaluate(
        "const script = document.createElement('script');"
        "script.textContent = 'window.ran = 1';"
        "document.head.append(script)"
    )
    page.wait_for_timeout(200)
    assert refused == ["script-src-elem"]
    assert page.evaluate("window.ran") is None
