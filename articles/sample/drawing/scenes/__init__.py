"""The scenes: one module for one picture, or for a few that belong together."""
