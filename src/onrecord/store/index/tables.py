"""The tables of an index. A new layout needs a new `LAYOUT`: an index of another one is made again."""

LAYOUT = 3

DDL = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;

CREATE TABLE incident (
  row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT, stance TEXT, status TEXT, review TEXT, contested INTEGER,
  first INTEGER, last INTEGER, likely INTEGER,
  lat REAL, lon REAL, precision TEXT, country TEXT, admin1 TEXT, place TEXT,
  killed_low INTEGER, killed_high INTEGER, killed_open INTEGER, injured_low INTEGER, injured_high INTEGER, injured_open INTEGER,
  origins INTEGER, pages INTEGER, claims INTEGER, wrong REAL, weight REAL, worth REAL
);
-- Apart, so that what goes over all incidents reads 4 MB and not 60 (20,000 incidents)
CREATE TABLE body (row INTEGER PRIMARY KEY, incident BLOB);
CREATE INDEX incident_by_worth ON incident (worth DESC, row);
CREATE INDEX incident_by_day ON incident (first, row);

CREATE TABLE facet (name TEXT, value TEXT, incident INTEGER, PRIMARY KEY (name, value, incident)) WITHOUT ROWID;
CREATE INDEX facet_of ON facet (incident);

CREATE TABLE page (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, origin TEXT, published TEXT, publisher TEXT, title TEXT, language TEXT, note TEXT,
  claims INTEGER
);
CREATE INDEX page_by_origin ON page (origin);
-- The order of the list of pages: the last of 2,000 pages of it took 437 ms without, and takes 4
CREATE INDEX page_by_day ON page (published IS NULL, published DESC, row);

CREATE TABLE claim (id TEXT PRIMARY KEY, page INTEGER NOT NULL, incident INTEGER, rejected INTEGER) WITHOUT ROWID;
CREATE INDEX claim_by_incident ON claim (incident);
CREATE INDEX claim_by_page ON claim (page, incident);  -- with both, a word on 27,000 pages is looked up in 40 ms and not in 200

CREATE TABLE link (a TEXT, b TEXT, id TEXT, score REAL, joined INTEGER, PRIMARY KEY (a, b, id)) WITHOUT ROWID;
CREATE INDEX link_from_right ON link (b);

CREATE TABLE near (one INTEGER, other INTEGER, link TEXT, score REAL, judged INTEGER, worth REAL, PRIMARY KEY (one, other)) WITHOUT ROWID;
CREATE INDEX near_from_other ON near (other);
CREATE INDEX near_by_worth ON near (judged, worth DESC);

CREATE TABLE accepted (incident INTEGER, person TEXT, PRIMARY KEY (incident, person)) WITHOUT ROWID;
CREATE TABLE agreed (incident INTEGER, field TEXT, yes INTEGER, no INTEGER, PRIMARY KEY (incident, field)) WITHOUT ROWID;
CREATE TABLE person (words TEXT, role TEXT, public INTEGER, page INTEGER, PRIMARY KEY (words, role, public, page)) WITHOUT ROWID;
CREATE TABLE placename (words TEXT, page INTEGER, PRIMARY KEY (words, page)) WITHOUT ROWID;

CREATE VIRTUAL TABLE page_words USING fts5(
  title, text, publisher, content='', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE incident_words USING fts5(
  words, tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
"""
