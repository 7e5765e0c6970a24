"""Compiles every template of the project, without rendering: `python -m tests.checks.templates`.

Found are unknown tags and filters, blocks left open, and `extends`, `include` and `import` of a
template that does not exist, also in branches that no test happens to render. In readers' templates
found is also a name that is never set and that no context is documented to hold.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import jinja2
from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.template.utils import get_app_template_dirs
from jinja2 import meta, nodes


def names() -> Iterator[str]:
    """The name of each template that lies in this project, not in a package."""
    folders = [settings.BASE_DIR / "templates", *get_app_template_dirs("templates")]
    for folder in map(Path, folders):
        if folder.is_relative_to(settings.BASE_DIR) and "site-packages" not in folder.parts:
            for path in sorted(folder.rglob("*.*")):
                if path.is_file():
                    yield path.relative_to(folder).as_posix()


def problem(name: str) -> str | None:
    """What is wrong with the template `name`, in one line; None when nothing is."""
    readers = engines["jinja2"].env
    if name in readers.list_templates():
        return problem_for_readers(name, readers)
    return problem_on_the_desk(name)


def problem_on_the_desk(name: str) -> str | None:
    """What Django's own engine finds wrong."""
    engine = engines["django"].engine
    try:
        nodes = engine.get_template(name).nodelist
        for include in nodes.get_nodes_by_type(IncludeNode):
            if isinstance(include.template.var, str):
                engine.get_template(include.template.var)
        for extends in nodes.get_nodes_by_type(ExtendsNode):
            if isinstance(extends.parent_name.var, str):
                engine.get_template(extends.parent_name.var)
    except TemplateSyntaxError as error:
        return f"{name}: {error}"
    except TemplateDoesNotExist as error:
        return f"{name}: there is no template {error}"
    return None


def problem_for_readers(name: str, jinja: jinja2.Environment) -> str | None:
    """What Jinja finds wrong, or a name that the comment at the head of the file does not list."""
    source, _path, _is_fresh = jinja.loader.get_source(jinja, name)
    try:
        jinja.get_template(name)
        parsed = jinja.parse(source)
        for other in meta.find_referenced_templates(parsed):
            jinja.get_template(other)
    except jinja2.TemplateSyntaxError as error:
        return f"{name}:{error.lineno}: {error}"
    except jinja2.TemplateNotFound as error:
        return f"{name}: there is no template {error}"
    told = " ".join(re.findall(r"\{#(.*?)#\}", source, re.DOTALL))
    known = {*jinja.globals, *_set_here(parsed)}
    for unknown in sorted(meta.find_undeclared_variables(parsed) - known):
        # What stands around every page: the error pages, which do without it, need not name it.
        if unknown != "frame" and not re.search(rf"\b{unknown}\b", told):
            return f"{name}: “{unknown}” is nowhere set, and not among what its comment lists"
    return None


def _set_here(parsed: nodes.Template) -> Iterator[str]:
    """The names that a template sets or imports; its blocks see them too."""
    for name in parsed.find_all(nodes.Name):
        if name.ctx == "store":
            yield name.name
    for imported in parsed.find_all(nodes.FromImport):
        yield from imported.names


def main() -> int:
    """Print each problem and the number of templates; 1 if there was a problem, or no template."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    every = list(names())
    problems = [found for name in every if (found := problem(name))]
    print("\n".join([*problems, f"{len(every)} templates compiled, {len(problems)} problems"]))
    return int(bool(problems) or not every)


if __name__ == "__main__":
    sys.exit(main())
