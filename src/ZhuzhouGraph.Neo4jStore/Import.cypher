// One unit of import in one statement, and so in one transaction. Whoever sets writer first holds the others off; a plan that was made
// for another generation writes nothing and gives no row. What leaves comes first, so that what comes meets nothing of it.

MATCH (s:Store {id: 1})
SET s.writer = $writer
WITH s WHERE s.generation = $generation
SET s.generation = $generation + 1

WITH s
CALL () {
  UNWIND $endedEdges AS row
  MATCH (a:Entity {id: row.from})
  MATCH (b:Entity|Article|PastArticle {id: row.to})
  CALL (a, b, row) {
    MATCH (a)-[r:FACT_TYPES]->(b) WHERE r.id = row.id
    DELETE r
  }
}
CALL () {
  UNWIND $endedFacts AS id
  MATCH (f:Fact {id: id})
  DETACH DELETE f
}
CALL () {
  UNWIND $withdrawn AS id
  MATCH (a:Article {id: $unit})
  MATCH (f:Fact {id: id})
  CALL (a, f) {
    MATCH (a)-[r:STATES]->(f)
    DELETE r
  }
}
CALL () {
  UNWIND $closed AS id
  MATCH (o:Observation {id: id})
  REMOVE o:Observation
  SET o:PastObservation, o.removedAt = datetime($recordedAt), o.removedVersion = $version
}
CALL () {
  UNWIND $pastCited AS id
  MATCH (c:Citation) WHERE c.of = id AND c.sort > '' AND c.words >= ''
  REMOVE c:Citation
  SET c:PastCitation
}
CALL () {
  UNWIND $citedAnew AS id
  MATCH (c:PastCitation) WHERE c.of = id AND c.sort > '' AND c.words >= ''
  DETACH DELETE c
}
CALL () {
  UNWIND $uncitings AS row
  MATCH (c:Citation {of: row.of, sort: row.sort, words: row.words})
  DETACH DELETE c
}
CALL () {
  UNWIND $unmentioned AS id
  MATCH (a:Article {id: $unit})
  MATCH (e:Entity {id: id})
  CALL (a, e) {
    MATCH (a)-[r:MENTIONS]->(e)
    DELETE r
  }
}
CALL () {
  UNWIND $unnamed AS id
  MATCH (n:Name) WHERE n.owner = id
  DETACH DELETE n
}
CALL () {
  UNWIND $unsaid AS id
  MATCH (:Article {id: id})-[:HAS_SENTENCE]->(x:Sentence)
  DETACH DELETE x
}

CALL () {
  UNWIND $entities AS row
  MATCH (e:PastEntity {id: row.id})
  REMOVE e:PastEntity
  SET e:Entity
}
CALL () {
  UNWIND $entities AS row
  MERGE (e:Entity {id: row.id})
  WITH e, row, coalesce(e.citations, 0) AS citations, [label IN labels(e) WHERE label <> 'Entity'] AS types
  REMOVE e:$(types)
  SET e = row, e.first = date(row.first), e.last = date(row.last), e.citations = citations
  SET e:$(row.type)
}
CALL () {
  UNWIND $entities AS row
  MATCH (f:FormerId {entity: row.id})
  DELETE f
}
CALL () {
  UNWIND $formerIds AS row
  MERGE (f:FormerId {id: row.id})
  SET f.entity = row.entity
}
CALL () {
  UNWIND $entities AS row
  MATCH (e:Entity {id: row.id})-[r:REFERENCE_TYPES]->()
  DELETE r
}
CALL () {
  UNWIND $references AS row
  MATCH (e:Entity {id: row.from})
  MATCH (o:Entity {id: row.to})
  CREATE (e)-[:$(row.type)]->(o)
}
CALL () {
  UNWIND $disowned AS id
  MATCH (e:Entity {id: id})
  REMOVE e.unit
}

CALL () {
  UNWIND $pastArticles AS id
  MATCH (a:Article {id: id})
  REMOVE a:Article
  SET a:PastArticle, a.citations = 0
}
CALL () {
  UNWIND $articles AS row
  MATCH (a:PastArticle {id: row.id})
  REMOVE a:PastArticle
  SET a:Article
}
CALL () {
  UNWIND $articles AS row
  MERGE (a:Article {id: row.id})
  SET a = row, a.date = date(row.date)
}
CALL () {
  UNWIND $names AS row
  MATCH (e:Entity {id: row.owner})
  CREATE (e)-[:HAS_NAME]->(n:Name)
  SET n = row
}
CALL () {
  UNWIND $titles AS row
  MATCH (a:Article {id: row.owner})
  CREATE (a)-[:HAS_TITLE]->(n:Name)
  SET n = row
}
CALL () {
  UNWIND $sentences AS row
  MATCH (a:Article {id: $unit})
  CREATE (a)-[:HAS_SENTENCE]->(x:Sentence)
  SET x = row
}

CALL () {
  UNWIND $citations AS row
  MATCH (a:Article {id: $unit})
  MERGE (c:Citation {of: row.of, sort: row.sort, words: row.words})
  SET c = row
  MERGE (c)-[:FROM]->(a)
}
CALL () {
  UNWIND $observations AS row
  MATCH (a:Article {id: $unit})
  CREATE (o:Observation)-[:PRINTED_IN]->(a)
  SET o = row, o.first = date(row.first), o.last = date(row.last), o.recordedAt = datetime(row.recordedAt)
}
CALL () {
  UNWIND $observationLinks AS row
  MATCH (o:Observation {id: row.from})
  MATCH (e:Entity {id: row.to})
  CREATE (o)-[:$(row.type)]->(e)
}
CALL () {
  UNWIND $moved AS row
  MATCH (o:Observation {id: row.id})
  SET o.sort = row.sort
}
CALL () {
  UNWIND $facts AS row
  MERGE (f:Fact {id: row.id})
  SET f = row, f.first = date(row.first), f.last = date(row.last)
}
CALL () {
  UNWIND $edges AS row
  MATCH (a:Entity {id: row.from})
  MATCH (b:Entity {id: row.to})
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.properties, r.first = date(row.properties.first), r.last = date(row.properties.last)
}
CALL () {
  UNWIND $articleEdges AS row
  MATCH (a:Entity {id: row.from})
  MATCH (b:Article|PastArticle {id: row.to})
  CREATE (a)-[r:$(row.type)]->(b)
  SET r = row.properties, r.first = date(row.properties.first), r.last = date(row.properties.last)
}
CALL () {
  UNWIND $statements AS row
  MATCH (a:Article {id: $unit})
  MATCH (f:Fact {id: row.fact})
  MERGE (a)-[r:STATES]->(f)
  SET r = row, r.sort = f.sort
}
CALL () {
  UNWIND $resorted AS row
  MATCH (f:Fact {id: row.id})<-[r:STATES]-()
  SET r.sort = row.sort
}
CALL () {
  UNWIND $mentions AS row
  MATCH (a:Article {id: $unit})
  MATCH (e:Entity {id: row.entity})
  MERGE (a)-[r:MENTIONS]->(e)
  SET r = row
}

CALL () {
  UNWIND $citationCounts AS row
  MATCH (e:Entity {id: row.id})
  SET e.citations = coalesce(e.citations, 0) + row.difference
}
CALL () {
  UNWIND $uncited AS row
  MATCH (e:Entity {id: row.id})
  SET e.uncited = row.names
}
CALL () {
  UNWIND $past AS id
  MATCH (e:Entity {id: id})
  WITH e, [label IN labels(e) WHERE label <> 'Entity'] AS types
  REMOVE e:Entity, e:$(types)
  SET e:PastEntity
}
CALL () {
  UNWIND $gone AS id
  MATCH (f:FormerId {entity: id})
  DELETE f
}
CALL () {
  UNWIND $gone AS id
  MATCH (e:Entity {id: id})
  DETACH DELETE e
}
CALL () {
  UNWIND $gone AS id
  MATCH (e:PastEntity {id: id})
  DETACH DELETE e
}

CALL () {
  UNWIND $texts AS row
  MERGE (t:IssueText {sha256: row.sha256})
  ON CREATE SET t.text = row.text
}
CALL () {
  UNWIND $units AS row
  MERGE (u:Unit {id: row.id})
  SET u.hash = row.hash
}
CALL () {
  UNWIND $removedUnits AS id
  MATCH (u:Unit {id: id})
  DELETE u
}
CALL (s) {
  UNWIND $versions AS row
  CREATE (v:DataVersion)
  SET v = row, v.recordedAt = datetime(row.recordedAt), s.version = row.number
}
CALL () {
  UNWIND $changes AS row
  CREATE (c:Change)
  SET c = row
}
RETURN s.generation AS generation
