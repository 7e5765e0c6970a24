"""The paper that `make bench` generates is one that the acts could have left, and can be read."""

import json
import os
import subprocess
import sys

import pytest

from tests.services.site import CHECKOUT

if os.environ.get("TEST_DATABASE_URL"):
    # The large paper is for PostgreSQL alone.

    @pytest.fixture
    def run(own_site):
        """Run a module in the paper's environment; what it prints."""

        def run_module(*arguments: str) -> str:
            command = [sys.executable, "-m", *arguments]
            done = subprocess.run(
                command, cwd=CHECKOUT, env=own_site.environment, capture_output=True, text=True
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        return run_module

    SEEN = """
from django.test import Client
import json, sys
client = Client(headers={"host": "127.0.0.1"})
print(json.dumps({name: client.get(path).status_code for name, path in json.loads(%r).items()}))
"""
    COUNTS = """
from articles.models import *
from articles.comments.models import Comment
from newsroom.pagestore.versions import versions
newest = Article.objects.latest("pk")
publications = PublishedArticle.objects.count()
approved = Comment.objects.filter(article=newest, status="approved").count()
key = f"a:{newest.pk}"
print(Article.objects.count(), Comment.objects.count(), publications,
    versions([key])[key] == 2 + approved, newest.pk)
"""

    def test_it_is_whole_and_every_page_of_it_can_be_read(run, own_site):
        run("tests.bench.generate", "60", "600")
        assert run("tests.soak.wholeness").strip() == ""
        counts = own_site.manage("shell", "-v0", "-c", COUNTS).split()
        assert counts == ["60", "600", "66", "True", "1000060"]
        pages = run("tests.bench.pages")
        seen = json.loads(own_site.manage("shell", "-v0", "-c", SEEN % pages).splitlines()[-1])
        expected = {"short link": 301, "not found": 404}
        assert seen == {name: expected.get(name, 200) for name in json.loads(pages)}
        assert len(seen) > 25
