"""Compiles every template of the project, without rendering: `python -m tests.checks.templates`.

Found are unknown tags and filters, blocks left open, and `extends` and `include` of a template
that does not exist, also in branches that no test happens to render.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.template import TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.loader_tags import ExtendsNode, IncludeNode
from django.template.utils import get_app_template_dirs


def names() -> Iterator[str]:
    """The name of each template that lies in this project, not in a package."""
    folders = [*settings.TEMPLATES[0]["DIRS"], *get_app_template_dirs("templates")]
    for folder in map(Path, folders):
        if folder.is_relative_to(settings.BASE_DIR) and "site-packages" not in folder.parts:
            for path in sorted(folder.rglob("*.*")):
                if path.is_file():
                    yield path.relative_to(folder).as_posix()


def problem(name: str) -> str | None:
    """What is wrong with the template `name`, in one line; None when nothing is."""
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
