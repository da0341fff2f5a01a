"""One module for each page: its routes, and what it gathers for its template."""
