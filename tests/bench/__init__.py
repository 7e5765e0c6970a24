"""How quick the paper is: `make bench`. docs/developers/performance.md has the figures."""
