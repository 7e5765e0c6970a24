"""The sample's newsroom at work: articles on every stage of their way, by the acts people use."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from articles.actions.assigning import assign
from articles.actions.noting import write_note
from articles.actions.publishing import publish
from articles.actions.reviewing import approve, claim, forward, return_to_author, submit
from articles.actions.saving import create
from articles.draft import Draft, DraftByline
from articles.models import Article, Section, User

STORY = Path(__file__).parent / "at_work.toml"
MOVES = {"submit": submit, "claim": claim, "forward": forward, "approve": approve}


def begin() -> None:
    """Write the articles of at_work.toml and take each as far as it says."""
    entries = tomllib.loads(STORY.read_text(encoding="utf-8"))["articles"]
    people = {person.username: person for person in User.objects.filter(is_sample=True)}
    sections = {section.name: section for section in Section.objects.all()}
    for entry in entries:
        writer = people[entry["by"]]
        article = create(_draft(entry, sections[entry["section"]], writer), by=writer)
        if "assignee" in entry or "due" in entry:
            is_late = entry.get("due", 0) < 0
            assign(
                article,
                # Nobody at the desk can ask for something by yesterday.
                by=None if is_late else people["thukytoasoan"],
                assignee=people.get(entry.get("assignee", "")),
                due_at=timezone.now() + timedelta(hours=entry["due"]) if "due" in entry else None,
                priority=entry.get("priority", 0),
            )
        for step in entry.get("steps", ()):
            _take(article, step, people[step["by"]])


def _draft(entry: dict[str, Any], section: Section, writer: User) -> Draft:
    author = getattr(writer, "author", None)
    return Draft(
        title=entry["title"],
        section=section.pk,
        sapo=entry["sapo"],
        body="".join(f"<p>{paragraph}</p>" for paragraph in entry["body"]),
        bylines=(DraftByline(author.pk, author.name),) if author else (),
    )


def _take(article: Article, step: dict[str, Any], person: User) -> None:
    match step["act"]:
        case "return":
            return_to_author(article, by=person, reason=step["reason"])
        case "note":
            write_note(article, step["text"], by=person, passage=step.get("passage", ""))
        case "schedule":
            at = timezone.now().replace(second=0, microsecond=0) + timedelta(hours=step["hours"])
            publish(article, by=person, at=at)
        case act:
            MOVES[act](article, by=person)
