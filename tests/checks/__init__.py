"""Checks that no tool brings: of templates for `make check`, of a running paper for `make audit`."""
