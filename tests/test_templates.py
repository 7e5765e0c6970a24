"""Readers' templates are Jinja's: where they end, what they escape, and that no name is guessed."""

import jinja2
import pytest
from django.template import TemplateDoesNotExist, engines
from django.template.loader import get_template

from articles.models import Masthead
from newsroom.templating import DESK_FOLDERS, remembered
from tests.checks.templates import names, problem_for_readers


def jinja() -> jinja2.Environment:
    return engines["jinja2"].env


def test_each_template_is_found_by_the_engine_of_its_side():
    for name in names():
        on_desk = name.partition("/")[0] in DESK_FOLDERS
        assert get_template(name).backend.name == ("django" if on_desk else "jinja2"), name


def test_readers_engine_knows_nothing_of_the_desk():
    with pytest.raises(TemplateDoesNotExist):
        engines["jinja2"].get_template("admin/base_site.html")


def test_text_is_escaped_in_every_kind_of_file():
    for name in ("a.html", "a.xml", "a.txt"):
        template = (
            jinja().overlay(loader=jinja2.DictLoader({name: "{{ text }}"})).get_template(name)
        )
        assert template.render(text="<b> & “c”") == "&lt;b&gt; &amp; “c”"


@pytest.mark.parametrize("source", ["{{ titel }}", "{% if titel %}{% endif %}", "{{ page.titel }}"])
def test_a_name_that_nobody_gave_is_an_error(source):
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        jinja().from_string(source).render(page=object())


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("{# page #}{{ page }}{% if titel %}{% endif %}", "“titel” is nowhere set"),
        ("{# page #}{{ page|prnted }}", "prnted"),
        ("{% if page %}", "endif"),
        ('{% include "pages/nothing.html" %}', "pages/nothing.html"),
        ("{# page #}{% set lead = page %}{% block main %}{{ lead }}{% endblock %}", None),
        ('{% from "components/entry.html" import entry %}{{ entry }}{{ frame }}', None),
    ],
)
def test_what_is_wrong_with_a_template_is_found_without_rendering_it(source, told):
    loader = jinja2.ChoiceLoader([jinja2.DictLoader({"pages/new.html": source}), jinja().loader])
    found = problem_for_readers("pages/new.html", jinja().overlay(loader=loader))
    assert (told in found) if told else found is None


def test_a_macros_text_is_kept_for_equal_values_and_made_anew_for_others():
    made = []

    @remembered
    def words(*values, **named):
        made.append(values)
        return f"{values} {named}"

    for values in (("a", (1, None)), ("a", (1, None)), ("a", (2, None)), ("b", (1, None))):
        assert words(*values) == f"{values} {{}}"
    assert made == [("a", (1, None)), ("a", (2, None)), ("b", (1, None))]


def test_nothing_is_kept_for_what_may_be_equal_and_print_something_else():
    words = remembered(lambda *values, **named: "")
    for value in (Masthead(pk=1), ("a", Masthead(pk=1)), [], object()):
        with pytest.raises(TypeError):
            words(value)
    with pytest.raises(TypeError):
        words(masthead=Masthead(pk=1))
