// Constraints and indexes, which every start makes sure of. Text sorts by code point. Statements adds, per declared type: a unique id for
// each type of relationship, and for each type of entity an order by id and, where it has days, by time.

CREATE CONSTRAINT store_id IF NOT EXISTS FOR (n:Store) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT sequence_id IF NOT EXISTS FOR (n:Seq) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT unit_id IF NOT EXISTS FOR (n:Unit) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT issue_text IF NOT EXISTS FOR (n:IssueText) REQUIRE n.sha256 IS UNIQUE;
CREATE CONSTRAINT version_number IF NOT EXISTS FOR (n:DataVersion) REQUIRE n.number IS UNIQUE;
CREATE INDEX version_unit IF NOT EXISTS FOR (n:DataVersion) ON (n.unit, n.number);
CREATE CONSTRAINT change_place IF NOT EXISTS FOR (n:Change) REQUIRE (n.version, n.sequence) IS UNIQUE;
CREATE INDEX change_id IF NOT EXISTS FOR (n:Change) ON (n.id);

// What is listed now has the plain label; what only its id finds is of the past.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT past_entity_id IF NOT EXISTS FOR (n:PastEntity) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_unit IF NOT EXISTS FOR (n:Entity) ON (n.unit);
CREATE CONSTRAINT former_id IF NOT EXISTS FOR (n:FormerId) REQUIRE n.id IS UNIQUE;
CREATE INDEX former_id_fact IF NOT EXISTS FOR (n:FormerId) ON (n.fact);
CREATE INDEX former_id_entity IF NOT EXISTS FOR (n:FormerId) ON (n.entity);

CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT past_article_id IF NOT EXISTS FOR (n:PastArticle) REQUIRE n.id IS UNIQUE;
CREATE INDEX article_order IF NOT EXISTS FOR (n:Article) ON (n.sort, n.id);
CREATE INDEX article_held IF NOT EXISTS FOR (n:Article) ON (n.characters);

// A relationship in the order of its first citation: sort is date, article and address, or '~|registry|' of what no article prints.
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE INDEX fact_order IF NOT EXISTS FOR (n:Fact) ON (n.sort, n.id);
CREATE INDEX fact_period IF NOT EXISTS FOR (n:Fact) ON (n.periodKey, n.id);
CREATE INDEX fact_from_period IF NOT EXISTS FOR (n:Fact) ON (n.from, n.periodKey, n.id);
CREATE INDEX fact_to_period IF NOT EXISTS FOR (n:Fact) ON (n.to, n.periodKey, n.id);
CREATE INDEX fact_type IF NOT EXISTS FOR (n:Fact) ON (n.type, n.sort, n.id);
CREATE INDEX fact_from IF NOT EXISTS FOR (n:Fact) ON (n.from, n.sort, n.id);
CREATE INDEX fact_from_type IF NOT EXISTS FOR (n:Fact) ON (n.from, n.type, n.sort, n.id);
CREATE INDEX fact_to IF NOT EXISTS FOR (n:Fact) ON (n.to, n.sort, n.id);
CREATE INDEX fact_to_type IF NOT EXISTS FOR (n:Fact) ON (n.to, n.type, n.sort, n.id);

// The relationships that a hub has without number, in the order of their lists.
CREATE INDEX states_article IF NOT EXISTS FOR ()-[r:STATES]-() ON (r.article, r.sort, r.fact);
CREATE INDEX mentions_article IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.article, r.entity);
CREATE INDEX mentions_entity IF NOT EXISTS FOR ()-[r:MENTIONS]-() ON (r.entity, r.sort, r.article);

CREATE CONSTRAINT observation_id IF NOT EXISTS FOR (n:Observation) REQUIRE n.id IS UNIQUE;
CREATE INDEX observation_order IF NOT EXISTS FOR (n:Observation) ON (n.sort, n.id);
CREATE INDEX observation_period IF NOT EXISTS FOR (n:Observation) ON (n.periodKey, n.id);
CREATE INDEX observation_value IF NOT EXISTS FOR (n:Observation) ON (n.valueOrder, n.id);
CREATE INDEX observation_about_value IF NOT EXISTS FOR (n:Observation) ON (n.about, n.valueOrder, n.id);
CREATE INDEX observation_place_value IF NOT EXISTS FOR (n:Observation) ON (n.place, n.valueOrder, n.id);
CREATE INDEX observation_indicator_value IF NOT EXISTS FOR (n:Observation) ON (n.indicator, n.valueOrder, n.id);
CREATE INDEX observation_about_period IF NOT EXISTS FOR (n:Observation) ON (n.about, n.periodKey, n.id);
CREATE INDEX observation_indicator_period IF NOT EXISTS FOR (n:Observation) ON (n.indicator, n.periodKey, n.id);
CREATE INDEX observation_about IF NOT EXISTS FOR (n:Observation) ON (n.about, n.sort, n.id);
CREATE INDEX observation_thing IF NOT EXISTS FOR (n:Observation) ON (n.about, n.indicator, n.sort, n.id);
CREATE INDEX observation_place IF NOT EXISTS FOR (n:Observation) ON (n.place, n.sort, n.id);
CREATE INDEX observation_place_period IF NOT EXISTS FOR (n:Observation) ON (n.place, n.periodKey, n.id);
CREATE INDEX observation_alike IF NOT EXISTS FOR (n:Observation) ON (n.series, n.sort, n.id);
CREATE INDEX observation_indicator IF NOT EXISTS FOR (n:Observation) ON (n.indicator, n.sort, n.id);
CREATE INDEX observation_attributed IF NOT EXISTS FOR (n:Observation) ON (n.attributedTo, n.sort, n.id);
CREATE INDEX observation_at IF NOT EXISTS FOR (n:Observation) ON (n.at, n.sort, n.id);
CREATE INDEX observation_article IF NOT EXISTS FOR (n:Observation) ON (n.article, n.sort, n.id);
CREATE INDEX observation_measure IF NOT EXISTS FOR (n:Observation) ON (n.measure);
CREATE CONSTRAINT past_observation_vintage IF NOT EXISTS FOR (n:PastObservation) REQUIRE (n.id, n.recordedVersion) IS UNIQUE;
CREATE INDEX past_observation_order IF NOT EXISTS FOR (n:PastObservation) ON (n.sort, n.id);
CREATE INDEX past_observation_about IF NOT EXISTS FOR (n:PastObservation) ON (n.about, n.sort, n.id);
CREATE INDEX past_observation_thing IF NOT EXISTS FOR (n:PastObservation) ON (n.about, n.indicator, n.sort, n.id);
CREATE INDEX past_observation_place IF NOT EXISTS FOR (n:PastObservation) ON (n.place, n.sort, n.id);
CREATE INDEX past_observation_alike IF NOT EXISTS FOR (n:PastObservation) ON (n.series, n.sort, n.id);
CREATE INDEX past_observation_indicator IF NOT EXISTS FOR (n:PastObservation) ON (n.indicator, n.sort, n.id);
CREATE INDEX past_observation_attributed IF NOT EXISTS FOR (n:PastObservation) ON (n.attributedTo, n.sort, n.id);
CREATE INDEX past_observation_at IF NOT EXISTS FOR (n:PastObservation) ON (n.at, n.sort, n.id);
CREATE INDEX past_observation_article IF NOT EXISTS FOR (n:PastObservation) ON (n.article, n.sort, n.id);

CREATE CONSTRAINT citation_place IF NOT EXISTS FOR (n:Citation) REQUIRE (n.of, n.sort, n.words) IS UNIQUE;
CREATE INDEX citation_words IF NOT EXISTS FOR (n:Citation) ON (n.of, n.folded);
CREATE INDEX citation_article IF NOT EXISTS FOR (n:Citation) ON (n.article);
CREATE INDEX past_citation_place IF NOT EXISTS FOR (n:PastCitation) ON (n.of, n.sort, n.words);

// For those who ask by time in Cypher.
CREATE INDEX fact_days IF NOT EXISTS FOR (n:Fact) ON (n.first);
CREATE INDEX observation_days IF NOT EXISTS FOR (n:Observation) ON (n.first);
CREATE INDEX article_date IF NOT EXISTS FOR (n:Article) ON (n.date);

// Folded names and sentences: exact and prefix from the range index, any run of characters from the text index.
CREATE INDEX name_folded IF NOT EXISTS FOR (n:Name) ON (n.folded, n.owner);
CREATE TEXT INDEX name_text IF NOT EXISTS FOR (n:Name) ON (n.folded);
CREATE TEXT INDEX sentence_text IF NOT EXISTS FOR (n:Sentence) ON (n.folded);
CREATE INDEX name_owner IF NOT EXISTS FOR (n:Name) ON (n.owner);
