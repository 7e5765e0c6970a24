"""The only writers of comments: one function for each act."""
