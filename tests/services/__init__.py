"""What tests need beyond Python: a PostgreSQL server and a browser."""
