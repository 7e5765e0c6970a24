"""The table of contents of every address."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("toa-soan/", admin.site.urls),
    path("", include("articles.urls")),
    path("", include("articles.comments.urls")),
]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.permission_denied"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
