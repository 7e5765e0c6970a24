"""Addresses that nobody else has."""

from ..models import Author, Tag


def free_slug(model: type[Tag] | type[Author], wanted: str, pk: int = 0) -> str:
    """`wanted`, or the first of `wanted-2`, `wanted-3`… that no row but `pk` has."""
    taken = set(
        model.objects.exclude(pk=pk).filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
