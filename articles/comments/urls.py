"""Addresses below an article's short link. GET reads, POST writes."""

from django.urls import path

import articles.urls  # noqa: F401  it registers <article_id:…>

from .views import reading, writing

urlpatterns = [
    path("<article_id:article_id>/binh-luan/", writing.comments, name="comments"),
    path("<article_id:article_id>/binh-luan/da-gui/", reading.sent, name="comment_sent"),
    path(
        "<article_id:article_id>/binh-luan/tra-loi/<slug:public_id>/",
        writing.reply,
        name="comment_reply",
    ),
]
