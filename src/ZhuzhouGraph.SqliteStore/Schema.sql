-- One file holds one graph. Text sorts BINARY, which is the order of code points. A column named json holds a record of the model;
-- what is filtered or sorted has a column of its own. Days are ISO 8601, moments are ticks (100 ns) since 1970.

-- The one row that every read starts from; generation moves with every write.
CREATE TABLE state (generation INTEGER NOT NULL, source TEXT);
INSERT INTO state VALUES (0, NULL);

-- What the rows of each other table add up to, for the command verify: see Verifying/Digests.cs.
CREATE TABLE digest (name TEXT PRIMARY KEY, sum INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE unit (id TEXT PRIMARY KEY, hash TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE version (
    number INTEGER PRIMARY KEY, recorded_at INTEGER NOT NULL, unit TEXT NOT NULL, hash TEXT,
    added INTEGER NOT NULL, changed INTEGER NOT NULL, removed INTEGER NOT NULL
);

CREATE TABLE change (
    version INTEGER NOT NULL REFERENCES version, sequence INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (version, sequence)
) WITHOUT ROWID;
-- Since when a removed entity or article is not listed.
CREATE INDEX change_removed ON change (id, version) WHERE kind = 'Removed';

-- A text once held stays, whatever becomes of its articles.
CREATE TABLE issue_text (sha256 TEXT PRIMARY KEY, text TEXT NOT NULL);

-- sort is the date; title holds the folded titles, name the printed one. A removed article is no longer listed but keeps its record, for the permalinks of its closed observations.
CREATE TABLE article (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, title TEXT NOT NULL, name TEXT NOT NULL,
    json TEXT NOT NULL, text TEXT, citations INTEGER NOT NULL, is_removed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX article_order ON article (sort, id) WHERE is_removed = 0;

-- unit is null where no unit holds the entity any more but something still mentions it; is_removed where only the past does: closed
-- observations (is_in_past) or entities that they mention. uncited lists the printed names that no article prints at present: they are
-- served as editorial. citations counts those of its names.
CREATE TABLE entity (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit TEXT, type TEXT NOT NULL, kind TEXT, name TEXT NOT NULL, name_english TEXT,
    first TEXT, last TEXT, period TEXT NOT NULL, json TEXT NOT NULL,
    uncited TEXT, citations INTEGER NOT NULL DEFAULT 0, is_removed INTEGER NOT NULL DEFAULT 0, is_in_past INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entity_order ON entity (type, id) WHERE is_removed = 0;
CREATE INDEX entity_period ON entity (type, period, id) WHERE is_removed = 0;
CREATE INDEX entity_unit ON entity (unit);

CREATE TABLE former_id (id TEXT PRIMARY KEY, entity TEXT NOT NULL REFERENCES entity (id) ON DELETE CASCADE) WITHOUT ROWID;
CREATE INDEX former_id_entity ON former_id (entity);

-- Ids that relationships had under an earlier rule; they keep resolving while the relationship stands.
CREATE TABLE former_relationship_id (
    id TEXT PRIMARY KEY, relationship TEXT NOT NULL REFERENCES relationship (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX former_relationship_id_relationship ON former_relationship_id (relationship);

-- What can be found by name: the names of listed entities and the titles of listed articles (type Article), in the order of place.
CREATE TABLE name (
    row INTEGER PRIMARY KEY, owner TEXT NOT NULL, type TEXT NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL
);
CREATE INDEX name_folded ON name (folded, owner);
CREATE INDEX name_owner ON name (owner);

CREATE TABLE sentence (row INTEGER PRIMARY KEY, article TEXT NOT NULL, place TEXT NOT NULL, address TEXT NOT NULL, text TEXT NOT NULL);
CREATE UNIQUE INDEX sentence_article ON sentence (article, place);

-- Folded text as hexadecimal code points, so that every run of characters is a phrase, symbols and single characters included.
CREATE VIRTUAL TABLE name_search USING fts5 (code_points, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE sentence_search USING fts5 (code_points, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Which unit mentions an entity: by NAME, by a FACT about it or in a DETAIL of one. sort is the article's date; the registry, whose
-- background mentions entities, too, has '~'.
CREATE TABLE mention (
    source TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, sort TEXT NOT NULL, PRIMARY KEY (source, entity)
) WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity, sort, source, kind);

-- Which entity refers to which in a property.
CREATE TABLE reference (source TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (source, entity)) WITHOUT ROWID;
CREATE INDEX reference_entity ON reference (entity);

-- What one unit states, an article or the registry, first cited at the place cited; the relationship is merged from its statements, whose sort it shares. The key
-- puts what articles state in the same words side by side, the first of them first.
CREATE TABLE statement (
    relationship TEXT NOT NULL, json TEXT NOT NULL, cited TEXT NOT NULL, article TEXT NOT NULL, sort TEXT NOT NULL,
    PRIMARY KEY (relationship, json, cited)
) WITHOUT ROWID;
CREATE INDEX statement_article ON statement (article, sort, relationship);

-- sort is the date, article and address of the first citation, or '~|registry|' of what no article prints; text holds the folded text properties. first, last and period are its own
-- or those of the first of its occasions that has a day.
CREATE TABLE relationship (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL,
    first TEXT, last TEXT, period TEXT NOT NULL, status TEXT NOT NULL, text TEXT NOT NULL, sort TEXT NOT NULL, json TEXT NOT NULL
);
CREATE INDEX relationship_order ON relationship (sort, id);
CREATE INDEX relationship_period ON relationship (period, id);
CREATE INDEX relationship_from_period ON relationship (from_id, period, id);
CREATE INDEX relationship_to_period ON relationship (to_id, period, id);
CREATE INDEX relationship_type ON relationship (type, sort, id);
CREATE INDEX relationship_from ON relationship (from_id, sort, id);
CREATE INDEX relationship_from_type ON relationship (from_id, type, sort, id);
CREATE INDEX relationship_ends ON relationship (from_id, to_id);
CREATE INDEX relationship_to ON relationship (to_id, sort, id);
CREATE INDEX relationship_to_type ON relationship (to_id, type, sort, id);

-- The events that may date a relationship without a day of its own: see Occasions.
CREATE TABLE occasion (relationship TEXT NOT NULL, place INTEGER NOT NULL, event TEXT NOT NULL, PRIMARY KEY (relationship, place)) WITHOUT ROWID;
CREATE INDEX occasion_event ON occasion (event);

-- Every vintage is a row; the standing one is not removed. occasion is the event that dates what has no day of its own: first, last and
-- period are its own days or that event's. series is Series.KeyOf. The keys order by value (DecimalKey) and hold Quantity.Interval, whose
-- ends may be open, and is_rounded is Quantity.IsRounded; the exact decimals stand in json.
CREATE TABLE observation (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, article TEXT NOT NULL, indicator TEXT NOT NULL, about TEXT NOT NULL, place TEXT, attributed_to TEXT, at TEXT, occasion TEXT,
    measure TEXT NOT NULL, comparison TEXT, accumulation TEXT NOT NULL, status TEXT NOT NULL, unit TEXT NOT NULL, within TEXT, breakdown TEXT,
    figure TEXT NOT NULL, first TEXT, last TEXT, period TEXT NOT NULL, series TEXT NOT NULL,
    value_key TEXT NOT NULL, lower_key TEXT, upper_key TEXT, is_lower_open INTEGER NOT NULL, is_upper_open INTEGER NOT NULL, is_rounded INTEGER NOT NULL,
    sort TEXT NOT NULL, json TEXT NOT NULL,
    recorded_at INTEGER NOT NULL, recorded_version INTEGER NOT NULL, removed_at INTEGER, removed_version INTEGER
);
CREATE UNIQUE INDEX observation_vintage ON observation (id, recorded_version);
CREATE INDEX observation_order ON observation (sort, id);
CREATE INDEX observation_period ON observation (period, id);
CREATE INDEX observation_value ON observation (value_key, id);
CREATE INDEX observation_about ON observation (about, sort, id);
CREATE INDEX observation_about_period ON observation (about, period, id);
CREATE INDEX observation_about_value ON observation (about, value_key, id);
CREATE INDEX observation_place ON observation (place, sort, id);
CREATE INDEX observation_place_period ON observation (place, period, id);
CREATE INDEX observation_place_value ON observation (place, value_key, id);
CREATE INDEX observation_series ON observation (about, indicator, sort, id);
CREATE INDEX observation_alike ON observation (series, sort, id);
CREATE INDEX observation_indicator ON observation (indicator, sort, id);
CREATE INDEX observation_indicator_period ON observation (indicator, period, id);
CREATE INDEX observation_indicator_value ON observation (indicator, value_key, id);
CREATE INDEX observation_attributed ON observation (attributed_to, sort, id);
CREATE INDEX observation_at ON observation (at, sort, id);
CREATE INDEX observation_occasion ON observation (occasion);
CREATE INDEX observation_article ON observation (article, sort, id);
CREATE INDEX observation_part ON observation (sort, id) WHERE breakdown IS NOT NULL;
-- The newest of a line last: see LineSeek. Of one print what has days of its own stands behind what has none, and so does what has a number.
CREATE INDEX observation_about_line ON observation (
    about, indicator, series, status, COALESCE(CASE WHEN occasion IS NULL THEN last END, substr(sort, 1, 10)), sort,
    (occasion IS NULL AND period <> '~') * 2 + (value_key <> '~'), id
) WHERE removed_at IS NULL;
CREATE INDEX observation_indicator_line ON observation (
    indicator, series, status, COALESCE(CASE WHEN occasion IS NULL THEN last END, substr(sort, 1, 10)), sort,
    (occasion IS NULL AND period <> '~') * 2 + (value_key <> '~'), id
) WHERE removed_at IS NULL;
CREATE INDEX observation_measure ON observation (measure) WHERE removed_at IS NULL;

-- subject is what is cited; sort is date, article and address; name is the printed name of an entity, folded. Citations of closed
-- observations stay, no longer standing.
CREATE TABLE citation (
    row INTEGER PRIMARY KEY, subject TEXT NOT NULL, article TEXT NOT NULL, sort TEXT NOT NULL, words TEXT NOT NULL, part TEXT NOT NULL, name TEXT,
    json TEXT NOT NULL, is_standing INTEGER NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX citation_subject ON citation (subject, sort, words);
CREATE INDEX citation_name ON citation (subject, name) WHERE name IS NOT NULL;
CREATE INDEX citation_article ON citation (article, is_standing);
