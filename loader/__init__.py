"""A post's way in: read, date, extract, resolve, make rows, write."""
