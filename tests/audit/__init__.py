"""`make audit`: the sample newspaper, looked at by the tools that search engines and readers trust."""
