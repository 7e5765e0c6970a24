"""What stands around every page: the paper's name and imprint, its sections, the day."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from .models import Masthead, Section


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper as it stands at `now`; `sections` holds all of them, each knowing its parent."""

    masthead: Masthead
    sections: tuple[Section, ...]
    now: datetime
    site_url: str

    @property
    def navigation(self) -> list[Section]:
        """The sections of the first level, in the paper's order."""
        return [section for section in self.sections if section.parent_id is None]

    def subsections(self, section: Section) -> list[Section]:
        """What stands below a section, in the paper's order."""
        return [each for each in self.sections if each.parent_id == section.pk]

    def find(self, slug: str, parent: Section | None = None) -> Section | None:
        """The section at this address (below `parent`), or None."""
        parent_id = parent.pk if parent else None
        for section in self.sections:
            if (section.slug, section.parent_id) == (slug, parent_id):
                return section
        return None


def load_frame(now: datetime) -> Frame:
    """The frame of a page made at `now`: two queries."""
    sections = list(Section.objects.all())
    by_id = {section.pk: section for section in sections}
    for section in sections:
        if section.parent_id is not None:
            section.parent = by_id[section.parent_id]
    return Frame(Masthead.current(), tuple(sections), now, settings.SITE_URL)
