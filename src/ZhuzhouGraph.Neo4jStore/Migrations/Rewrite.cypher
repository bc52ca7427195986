// Some or all records of a graph, written as imports write them now: properties are worked out anew, and nothing comes or goes. It does
// nothing where the graph is of another version already, or has changed since the rows were read. The last of these statements raises
// the version, and forgets what units held and from which folder, so that the next import compares everything anew.

MATCH (s:Store {id: 1})
SET s.writer = $p.writer
WITH s WHERE s.schema = $p.from AND s.generation = $p.generation
SET s.generation = $p.generation + 1

WITH s
CALL () {
  UNWIND $p.articles AS row
  MATCH (a:Article|PastArticle {id: row.id})
  SET a += row.properties, a.date = date(row.properties.date)
  WITH a, row
  CALL (a, row) {
    MATCH (a)-[:HAS_TITLE]->(n:Name)
    SET n.folded = row.foldedTitles[n.position]
  }
  CALL (a, row) {
    UNWIND row.sentences AS said
    MATCH (a)-[:HAS_SENTENCE]->(x:Sentence) WHERE x.place = said.place
    SET x += said
  }
}
CALL () {
  UNWIND $p.citations AS row
  MATCH (c:Citation {of: row.of, sort: row.sort, words: row.words})
  SET c += row
}
CALL () {
  UNWIND $p.pastCitations AS row
  MATCH (c:PastCitation) WHERE c.of = row.of AND c.sort = row.sort AND c.words = row.words
  SET c += row
}
CALL () {
  UNWIND $p.observations AS row
  MATCH (o:Observation {id: row.id})
  SET o += row, o.first = date(row.first), o.last = date(row.last), o.firstDated = date(row.first), o.lastDated = date(row.last),
    o.baseFirst = date(row.baseFirst), o.baseLast = date(row.baseLast), o.recordedAt = datetime(row.recordedAt)
  WITH o WHERE o.isDatedByEvent
  MATCH (o)-[:SAID_AT]->(e:Entity)
  SET o.firstDated = e.first, o.lastDated = e.last, o.periodKey = e.periodKey
}
CALL () {
  UNWIND $p.pastObservations AS row
  MATCH (o:PastObservation {id: row.id, recordedVersion: row.recordedVersion})
  SET o += row, o.first = date(row.first), o.last = date(row.last), o.firstDated = date(row.first), o.lastDated = date(row.last),
    o.baseFirst = date(row.baseFirst), o.baseLast = date(row.baseLast), o.recordedAt = datetime(row.recordedAt)
  WITH o WHERE o.isDatedByEvent
  MATCH (o)-[:SAID_AT]->(e:Entity)
  SET o.firstDated = e.first, o.lastDated = e.last, o.periodKey = e.periodKey
}
CALL () {
  UNWIND $p.entities AS row
  MATCH (e:Entity|PastEntity {id: row.id})
  SET e += row, e.first = date(row.first), e.last = date(row.last)
  WITH e, row
  CALL (e, row) {
    MATCH (e)-[:HAS_NAME]->(n:Name)
    SET n.folded = row.foldedNames[n.position]
  }
  // What is past stays as it was when it went, like its closed figures.
  WITH e WHERE e:Entity
  WITH e, [i IN range(0, size(e.names) - 1) WHERE e.nameBases[i] = 'PRINTED'
    AND NOT EXISTS { MATCH (c:Citation) WHERE c.of = e.id AND c.folded = e.foldedNames[i] } | e.names[i]] AS uncited
  SET e.uncited = CASE size(uncited) WHEN 0 THEN null ELSE uncited END
}
CALL () {
  UNWIND $p.facts AS row
  MATCH (f:Fact {id: row.properties.id})
  SET f += row.properties, f.first = date(row.properties.first), f.last = date(row.properties.last),
    f.firstDated = date(row.properties.first), f.lastDated = date(row.properties.last)
  WITH f, row
  CALL (f, row) {
    MATCH (a:Entity {id: row.properties.from})
    MATCH (b:Entity|Article|PastArticle {id: row.properties.to})
    MATCH (a)-[r:FACT_TYPES]->(b) WHERE r.id = f.id
    SET r += row.edge, r.first = date(row.edge.first), r.last = date(row.edge.last)
  }
  CALL (f, row) {
    UNWIND row.statements AS said
    MATCH ()-[r:STATES]->(f) WHERE r.article = said.article
    SET r += said
  }
  CALL (f, row) {
    MATCH (f)-[o:OCCASION]->()
    DELETE o
  }
  CALL (f, row) {
    UNWIND row.occasions AS occasion
    MATCH (e:Entity {id: occasion.event})
    CREATE (f)-[:OCCASION {place: occasion.place}]->(e)
  }
  WITH f
  CALL (f) {
    MATCH (f)-[o:OCCASION]->(e:Entity)
    RETURN e ORDER BY e.periodKey = $p.undated, o.place LIMIT 1
  }
  SET f.firstDated = e.first, f.lastDated = e.last, f.periodKey = e.periodKey
}
CALL (s) {
  UNWIND $p.versions AS version
  MATCH (u:Unit) WHERE u.id >= ''
  SET u.hash = '', u.content = null, u.mentions = null
  WITH DISTINCT version
  SET s.schema = version, s.source = null
}
RETURN s.generation AS generation
