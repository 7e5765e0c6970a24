"""newsroom/gunicorn.py for a Django that is not the paper: there are no pages to make ahead."""

from newsroom.gunicorn import *  # noqa: F403


def post_worker_init(worker: object) -> None:
    """Nothing is begun."""
