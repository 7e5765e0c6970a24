"""What the desk writes and readers read, one subject a file."""

from .activity import Activity
from .approval import Approval
from .article import Article, Byline, Kind, Priority
from .author import Author
from .autosaved_draft import AutosavedDraft
from .correction import Correction, PublishedCorrection
from .image import Image, ImageVersion
from .intervals import FOREVER
from .masthead import Masthead
from .note import DeskNote
from .notice import Notice
from .paper_page import PaperPage
from .placement import Arrangement, Placement, Slot
from .presence import Presence
from .preview_link import PreviewLink
from .published import (
    LISTED_MODELS,
    Listing,
    PublishedArticle,
    PublishedBody,
    PublishedByline,
    PublishedFigure,
    PublishedTag,
)
from .redirect import Redirect
from .revision import Revision, RevisionName
from .section import Section
from .tag import ArticleTag, Tag
from .user import User

__all__ = [
    "FOREVER",
    "LISTED_MODELS",
    "Activity",
    "Approval",
    "Arrangement",
    "Article",
    "ArticleTag",
    "Author",
    "AutosavedDraft",
    "Byline",
    "Correction",
    "DeskNote",
    "Image",
    "ImageVersion",
    "Kind",
    "Listing",
    "Masthead",
    "Notice",
    "PaperPage",
    "Placement",
    "Presence",
    "PreviewLink",
    "Priority",
    "PublishedArticle",
    "PublishedBody",
    "PublishedByline",
    "PublishedCorrection",
    "PublishedFigure",
    "PublishedTag",
    "Redirect",
    "Revision",
    "RevisionName",
    "Section",
    "Slot",
    "Tag",
    "User",
]
