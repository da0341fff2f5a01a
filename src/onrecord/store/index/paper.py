"""What an index knows of one page: its claims and their incidents, its origin, and the other pages of that."""

import sqlite3

from onrecord.store.index.lookup import Page

_PAGE = "SELECT id, title, publisher, published, language, note, claims FROM page"


def incident_of_claims(connection: sqlite3.Connection, page: str) -> dict[str, int | None]:
    """The claims of a page and the row of the incident that each is in, those that a person rejected too."""
    query = "SELECT c.id, c.incident FROM claim c JOIN page p ON p.row = c.page WHERE p.id = ?"
    return dict(connection.execute(query, (page,)))


def origin_of(connection: sqlite3.Connection, page: str) -> str | None:
    """The report that it repeats; None when the page is not in the index, being an earlier reading of its capture."""
    found = connection.execute("SELECT origin FROM page WHERE id = ?", (page,)).fetchone()
    return found[0] if found else None


def pages_of(connection: sqlite3.Connection, origin: str, most: int = 200) -> list[Page]:
    """The pages of a report, the earliest first."""
    query = f"{_PAGE} WHERE origin = ? ORDER BY published IS NULL, published, id LIMIT ?"
    return [Page(*row) for row in connection.execute(query, (origin, most))]


def reasons(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Why pages were kept and not read, and how many for each reason, the most frequent first."""
    query = "SELECT note, count(*) FROM page WHERE note IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1"
    return connection.execute(query).fetchall()
