"""The table of contents of every address."""

from django.contrib import admin
from django.urls import include, path

from articles.admin import outsiders

urlpatterns = [
    path("toa-soan/", admin.site.urls),
    path("xem-truoc/<str:token>/", outsiders.preview, name="preview_link"),
    path(
        "xem-truoc/<str:token>/anh/<int:version>/<str:crop>/<int:width>.webp",
        outsiders.picture,
        name="preview_link_picture",
    ),
    path("", include("articles.urls")),
    path("", include("articles.comments.urls")),
]

handler400 = "articles.views.errors.bad_request"
handler403 = "articles.views.errors.permission_denied"
handler404 = "articles.views.errors.not_found"
handler500 = "articles.views.errors.server_error"
