from django.apps import AppConfig


class PagestoreConfig(AppConfig):
    name = "newsroom.pagestore"
    label = "pagestore"
