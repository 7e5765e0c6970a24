"""Ways out: pure functions that write an article in a form other programs read."""
