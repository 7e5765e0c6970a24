"""Where a real article page lies as text, beside the checkout; not every machine has it.

Tests on it stand under `if SEED.exists():`, so that elsewhere they are not there at all.
"""

from pathlib import Path

SEED = Path(__file__).parents[2] / "shared" / "seed"
