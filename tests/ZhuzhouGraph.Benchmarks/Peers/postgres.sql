-- The same news in tables, with the indexes that the lists walk. Text sorts by code point, as in our stores.
CREATE TABLE entity (id text COLLATE "C" PRIMARY KEY, type text NOT NULL, name text NOT NULL, name_english text);
CREATE TABLE name (owner text COLLATE "C" NOT NULL, position int NOT NULL, folded text NOT NULL, PRIMARY KEY (owner, position));
CREATE TABLE article (id text COLLATE "C" PRIMARY KEY, date date NOT NULL, title text NOT NULL, text text);
CREATE TABLE fact (
  id text COLLATE "C" PRIMARY KEY, type text NOT NULL, from_entity text COLLATE "C" NOT NULL, to_entity text COLLATE "C",
  to_article text COLLATE "C", sort text COLLATE "C" NOT NULL
);
CREATE TABLE observation (
  id text COLLATE "C" PRIMARY KEY, sort text COLLATE "C" NOT NULL, article text COLLATE "C" NOT NULL, indicator text COLLATE "C" NOT NULL,
  about text COLLATE "C" NOT NULL, measure text NOT NULL, figure text NOT NULL, unit text NOT NULL,
  value numeric, lower numeric, upper numeric
);
CREATE TABLE citation (
  "of" text COLLATE "C", sort text COLLATE "C", words text COLLATE "C", observation text COLLATE "C", article text COLLATE "C" NOT NULL,
  address text NOT NULL, quote text, PRIMARY KEY ("of", sort, words)
);

\i rows.sql

ALTER TABLE name ADD FOREIGN KEY (owner) REFERENCES entity;
ALTER TABLE fact ADD FOREIGN KEY (from_entity) REFERENCES entity, ADD FOREIGN KEY (to_entity) REFERENCES entity,
  ADD FOREIGN KEY (to_article) REFERENCES article;
ALTER TABLE observation ADD FOREIGN KEY (article) REFERENCES article, ADD FOREIGN KEY (indicator) REFERENCES entity,
  ADD FOREIGN KEY (about) REFERENCES entity;
ALTER TABLE citation ADD FOREIGN KEY (observation) REFERENCES observation, ADD FOREIGN KEY (article) REFERENCES article;
CREATE EXTENSION pg_trgm;
CREATE INDEX ON entity (type, id);
CREATE INDEX ON name (folded);
CREATE INDEX ON name USING gin (folded gin_trgm_ops);
CREATE INDEX ON fact (from_entity, type, sort, id);
CREATE INDEX ON fact (to_entity, type, sort, id);
CREATE INDEX ON fact (to_article);
CREATE INDEX ON observation (sort, id);
CREATE INDEX ON observation (unit, lower);
CREATE INDEX ON observation (measure);
CREATE INDEX ON observation (indicator, sort, id);
CREATE INDEX ON observation (about, sort, id);
CREATE INDEX ON observation (article);
CREATE INDEX ON citation (observation, sort, words);
CREATE INDEX ON citation (article);
VACUUM ANALYZE;
