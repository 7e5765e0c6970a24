"""The desk in English keeps the paper's dates and numbers: 05/06/2024 is 5 June in both."""

from newsroom.formats.vi.formats import *  # noqa: F403
