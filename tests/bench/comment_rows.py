"""The comments of the large paper: threads of three, most of them approved."""

from articles.comments.actions.writing import fingerprint
from articles.comments.identity import email_hmac
from articles.comments.models import Comment, Commenter, CommentRevision
from articles.models import Activity
from newsroom.text import vietnamese
from tests.bench import words
from tests.bench.sql import fill, make_table, restart_ids, run, without_indexes

COMMENTERS = 1000
TEXTS = 500
MOST_UNDER_ONE = 5000
PRIME = 7919  # spreads what follows each other over the articles


def write(count: int, articles: int) -> None:
    """Write `count` comments under the articles of b_article."""
    names = [f"{family} {given}" for given in words.GIVEN_NAMES for family in words.FAMILY_NAMES]
    texts = [f"{words.sentence(number * 17)} Ý kiến {number}." for number in range(TEXTS)]
    make_table(
        "b_words",
        "i int PRIMARY KEY, name text, text text, folded text, print text",
        [
            (i, names[i % 50], text, vietnamese.fold(f"{names[i % 50]} {text}"), fingerprint(text))
            for i, text in enumerate(texts)
        ],
    )
    Commenter.objects.bulk_create(
        Commenter(email=f"{n}@thu.example", email_hmac=email_hmac(f"{n}@thu.example"))
        for n in range(COMMENTERS)
    )
    _plan(count, articles)
    with without_indexes(Activity, Comment, CommentRevision):
        _write()
    restart_ids(Comment)


def _plan(count: int, articles: int) -> None:
    """b_comment: each with its article, its thread, its times and what was decided."""
    under_newest = min(count // 10, MOST_UNDER_ONE) // 3
    run(
        f"""
        CREATE TEMPORARY TABLE b_comment AS
        SELECT m AS id, nullif(root, m) AS root, article, commenter, status, name, text, folded, print,
            least(written + part * interval '1 minute', now() - interval '4 minutes') AS written,
            least(written + part * interval '1 minute', now() - interval '4 minutes')
                + interval '2 minutes' AS decided
        FROM (
            SELECT m, m - part AS root, part, article, w.name, w.text, w.folded, w.print,
                (SELECT min(id) FROM comments_commenter) + mod(m * 31, {COMMENTERS}) AS commenter,
                CASE WHEN part = 1 AND mod(thread, 25) = 3 THEN 'rejected'
                    WHEN part = 2 AND mod(thread, 40) = 5 THEN 'pending' ELSE 'approved' END AS status,
                first + least(interval '2 days', now() - first - interval '10 minutes')
                    * (mod(thread * 37, 1000) / 1000.0) AS written
            FROM (
                SELECT m, (m - 1) / 3 AS thread, mod(m - 1, 3) AS part
                FROM generate_series(1, %s) m
            ) AS numbers
            JOIN b_article ON n = CASE WHEN thread < {under_newest} THEN {articles}
                ELSE 1 + mod(thread::bigint * {PRIME}, {articles})::int END
            JOIN b_words w ON w.i = mod(m, {TEXTS})
        ) AS placed
        """,
        [count],
    )
    run("ANALYZE b_comment")


def _write() -> None:
    is_decided = "status <> 'pending'"
    fill(
        Comment,
        "b_comment",
        id="id",
        public_id="'c' || lpad(to_hex(id), 11, '0')",
        article_id="article",
        root_id="root",
        parent_id="root",
        commenter_id="commenter",
        display_name="name",
        body="text",
        body_fingerprint="print",
        folded="folded",
        status="status",
        reason_code="CASE status WHEN 'rejected' THEN 'off_topic' ELSE '' END",
        version=f"({is_decided})::int",
        nonce="md5(id::text)",
        ip_hmac="md5(commenter::text)",
        policy_version="1",
        consented_at="written",
        created_at="written",
        published_at="CASE status WHEN 'approved' THEN decided END",
        decided_at=f"CASE WHEN {is_decided} THEN decided END",
    )
    fill(
        CommentRevision,
        "b_comment",
        comment_id="id",
        number="1",
        body="text",
        created_at="written",
    )
    fill(
        Activity,
        f"b_comment WHERE {is_decided}",
        act="CASE status WHEN 'approved' THEN 'approve_comment' ELSE 'reject_comment' END",
        at="decided",
        target_type="'comment'",
        target_id="id",
        data="""jsonb_build_object('was', 'pending', 'revision', 1, 'note', '', 'hits', '[]'::jsonb,
            'reason', CASE status WHEN 'rejected' THEN 'off_topic' ELSE '' END)""",
    )
    run(
        """
        UPDATE comments_commenter SET approved_count = approved, rejected_count = rejected
        FROM (SELECT commenter, count(*) FILTER (WHERE status = 'approved') AS approved,
                count(*) FILTER (WHERE status = 'rejected') AS rejected
            FROM b_comment GROUP BY commenter) AS counted
        WHERE id = commenter
        """
    )
