"""Dates and pictures on the desk as readers see them."""

from django import template

from .. import dates, render
from ..models import ImageVersion

register = template.Library()
register.filter("printed", dates.printed)


@register.inclusion_tag("admin/row_picture.html")
def picture(version: ImageVersion, sizes: str) -> dict[str, render.Picture]:
    """A picture beside a title. `sizes` tells browsers how wide it will stand, as in HTML."""
    return {"picture": render.picture(version, alt="", crop="card", sizes=sizes)}
