"""The desk's screens for readers' comments."""

from .queue import CommentAdmin

__all__ = ["CommentAdmin"]
