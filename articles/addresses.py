"""First words of the public addresses that no section may take."""

RESERVED_WORDS = frozenset(
    {
        "api",
        "binh-luan",
        "dinh-chinh",
        "favicon.ico",
        "gioi-thieu",
        "healthz",
        "lien-he",
        "luu-tru",
        "media",
        "quyen-rieng-tu",
        "readyz",
        "robots.txt",
        "rss",
        "sitemap.xml",
        "sitemap-news.xml",
        "static",
        "su-kien",
        "tac-gia",
        "tai-khoan",
        "tim-kiem",
        "toa-soan",
        "tu-khoa",
        "dieu-khoan",
        "xem-truoc",
    }
)
