// Units of import in one statement, and so in one transaction, one after the other, p each. Whoever sets writer first holds the others off;
// plans that were made for another generation, or whose announcement was ended, write nothing and give no row. What leaves comes first, so
// that what comes meets nothing of it. SOURCE is the label of what states the unit's facts: its article, or of the registry, which has
// none, the unit itself.

MATCH (s:Store {id: 1})
SET s.writer = $p.writer
WITH s
MATCH (q:Seq {id: 1})
WITH s WHERE s.generation = $p.generation AND q.n = $p.announced AND q.epoch = $p.epoch
SET s.generation = $p.generation + 1

WITH s
UNWIND $p.imports AS p
CALL (s, p) {
  CALL (p) {
    UNWIND p.units AS row
    MERGE (u:Unit {id: row.id})
    SET u = row
  }
  CALL (p) {
    UNWIND p.endedEdges AS row
    MATCH (a:Entity {id: row.from})
    MATCH (b:Entity|Article|PastArticle {id: row.to})
    CALL (a, b, row) {
      MATCH (a)-[r:FACT_TYPES]->(b) WHERE r.id = row.id
      DELETE r
    }
  }
  CALL (p) {
    UNWIND p.endedFacts AS id
    MATCH (f:Fact {id: id})
    DETACH DELETE f
  }
  CALL (p) {
    UNWIND p.endedFacts AS id
    MATCH (f:FormerId {fact: id})
    DELETE f
  }
  CALL (p) {
    UNWIND p.withdrawn AS id
    MATCH (a:SOURCE {id: p.unit})
    MATCH (f:Fact {id: id})
    CALL (a, f) {
      MATCH (a)-[r:STATES]->(f)
      DELETE r
    }
  }
  CALL (p) {
    UNWIND p.closed AS id
    MATCH (o:Observation {id: id})
    REMOVE o:Observation
    SET o:PastObservation, o.removedAt = datetime(p.recordedAt), o.removedVersion = p.version
  }
  CALL (p) {
    UNWIND p.pastCited AS id
    MATCH (c:Citation) WHERE c.of = id AND c.sort > '' AND c.words >= ''
    REMOVE c:Citation
    SET c:PastCitation
  }
  CALL (p) {
    UNWIND p.citedAnew AS id
    MATCH (c:PastCitation) WHERE c.of = id AND c.sort > '' AND c.words >= ''
    DETACH DELETE c
  }
  CALL (p) {
    UNWIND p.uncitings AS row
    MATCH (c:Citation {of: row.of, sort: row.sort, words: row.words})
    DETACH DELETE c
  }
  CALL (p) {
    UNWIND p.unmentioned AS id
    MATCH (a:SOURCE {id: p.unit})
    MATCH (e:Entity {id: id})
    CALL (a, e) {
      MATCH (a)-[r:MENTIONS]->(e)
      DELETE r
    }
  }
  CALL (p) {
    UNWIND p.unnamed AS id
    MATCH (n:Name) WHERE n.owner = id
    DETACH DELETE n
  }
  CALL (p) {
    UNWIND p.unsaid AS id
    MATCH (:Article {id: id})-[:HAS_SENTENCE]->(x:Sentence)
    DETACH DELETE x
  }

  CALL (p) {
    UNWIND p.entities AS row
    MATCH (e:PastEntity {id: row.id})
    REMOVE e:PastEntity
    SET e:Entity
  }
  CALL (p) {
    UNWIND p.entities AS row
    MERGE (e:Entity {id: row.id})
    WITH e, row, coalesce(e.citations, 0) AS citations, [label IN labels(e) WHERE label <> 'Entity'] AS types
    REMOVE e:$(types)
    SET e = row, e.first = date(row.first), e.last = date(row.last), e.citations = citations
    SET e:$(row.type)
  }
  CALL (p) {
    UNWIND p.entities AS row
    MATCH (f:FormerId {entity: row.id})
    DELETE f
  }
  CALL (p) {
    UNWIND p.formerIds AS row
    MERGE (f:FormerId {id: row.id})
    SET f.entity = row.entity
  }
  CALL (p) {
    UNWIND p.entities AS row
    MATCH (e:Entity {id: row.id})-[r:REFERENCE_TYPES]->()
    DELETE r
  }
  CALL (p) {
    UNWIND p.references AS row
    MATCH (e:Entity {id: row.from})
    MATCH (o:Entity {id: row.to})
    CREATE (e)-[:$(row.type)]->(o)
  }
  CALL (p) {
    UNWIND p.disowned AS id
    MATCH (e:Entity {id: id})
    REMOVE e.unit
  }

  CALL (p) {
    UNWIND p.pastArticles AS id
    MATCH (a:Article {id: id})
    REMOVE a:Article
    SET a:PastArticle, a.citations = 0
  }
  CALL (p) {
    UNWIND p.articles AS row
    MATCH (a:PastArticle {id: row.id})
    REMOVE a:PastArticle
    SET a:Article
  }
  CALL (p) {
    UNWIND p.articles AS row
    MERGE (a:Article {id: row.id})
    SET a = row, a.date = date(row.date)
  }
  CALL (p) {
    UNWIND p.names AS row
    MATCH (e:Entity {id: row.owner})
    CREATE (e)-[:HAS_NAME]->(n:Name)
    SET n = row
  }
  CALL (p) {
    UNWIND p.titles AS row
    MATCH (a:Article {id: row.owner})
    CREATE (a)-[:HAS_TITLE]->(n:Name)
    SET n = row
  }
  CALL (p) {
    UNWIND p.sentences AS row
    MATCH (a:Article {id: p.unit})
    CREATE (a)-[:HAS_SENTENCE]->(x:Sentence)
    SET x = row
  }

  CALL (p) {
    UNWIND p.citations AS row
    MATCH (a:Article {id: p.unit})
    MERGE (c:Citation {of: row.of, sort: row.sort, words: row.words})
    SET c = row
    MERGE (c)-[:FROM]->(a)
  }
  CALL (p) {
    UNWIND p.observations AS row
    MATCH (a:Article {id: p.unit})
    CREATE (o:Observation)-[:PRINTED_IN]->(a)
    SET o = row, o.first = date(row.first), o.last = date(row.last), o.firstDated = date(row.first), o.lastDated = date(row.last),
      o.baseFirst = date(row.baseFirst), o.baseLast = date(row.baseLast), o.recordedAt = datetime(row.recordedAt)
  }
  CALL (p) {
    UNWIND p.observationLinks AS row
    MATCH (o:Observation {id: row.from})
    MATCH (e:Entity {id: row.to})
    CREATE (o)-[:$(row.type)]->(e)
  }
  CALL (p) {
    UNWIND p.moved AS row
    MATCH (o:Observation {id: row.id})
    SET o.sort = row.sort
  }
  CALL (p) {
    UNWIND p.facts AS row
    MERGE (f:Fact {id: row.id})
    SET f = row, f.first = date(row.first), f.last = date(row.last), f.firstDated = date(row.first), f.lastDated = date(row.last)
  }
  CALL (p) {
    UNWIND p.facts AS row
    MATCH (:Fact {id: row.id})-[o:OCCASION]->()
    DELETE o
  }
  CALL (p) {
    UNWIND p.occasions AS row
    MATCH (f:Fact {id: row.fact})
    MATCH (e:Entity {id: row.event})
    CREATE (f)-[:OCCASION {place: row.place}]->(e)
  }
  CALL (p) {
    CALL (p) {
      UNWIND p.occasions AS row
      MATCH (f:Fact {id: row.fact})
      RETURN f
      UNION
      UNWIND p.events AS id
      MATCH (:Entity {id: id})<-[:OCCASION]-(f:Fact)
      RETURN f
    }
    CALL (f, p) {
      MATCH (f)-[o:OCCASION]->(e:Entity)
      RETURN e ORDER BY e.periodKey = p.undated, o.place LIMIT 1
    }
    WITH f, e
    WHERE [coalesce(f.firstDated, ''), coalesce(f.lastDated, ''), f.periodKey] <> [coalesce(e.first, ''), coalesce(e.last, ''), e.periodKey]
    SET f.firstDated = e.first, f.lastDated = e.last, f.periodKey = e.periodKey
  }
  CALL (p) {
    CALL (p) {
      UNWIND p.observations AS row
      MATCH (o:Observation {id: row.id}) WHERE o.isDatedByEvent
      MATCH (o)-[:SAID_AT]->(e:Entity)
      RETURN o, e
      UNION
      UNWIND p.events AS id
      MATCH (e:Entity {id: id})<-[:SAID_AT]-(o:Observation|PastObservation) WHERE o.isDatedByEvent
      RETURN o, e
    }
    WITH o, e
    WHERE [coalesce(o.firstDated, ''), coalesce(o.lastDated, ''), o.periodKey] <> [coalesce(e.first, ''), coalesce(e.last, ''), e.periodKey]
    SET o.firstDated = e.first, o.lastDated = e.last, o.periodKey = e.periodKey
  }
  CALL (p) {
    UNWIND p.formerFactIds AS row
    MERGE (f:FormerId {id: row.id})
    SET f.fact = coalesce(f.fact, row.fact)
  }
  CALL (p) {
    UNWIND p.edges AS row
    MATCH (a:Entity {id: row.from})
    MATCH (b:Entity {id: row.to})
    CREATE (a)-[r:$(row.type)]->(b)
    SET r = row.properties, r.first = date(row.properties.first), r.last = date(row.properties.last)
  }
  CALL (p) {
    UNWIND p.articleEdges AS row
    MATCH (a:Entity {id: row.from})
    MATCH (b:Article|PastArticle {id: row.to})
    CREATE (a)-[r:$(row.type)]->(b)
    SET r = row.properties, r.first = date(row.properties.first), r.last = date(row.properties.last)
  }
  CALL (p) {
    UNWIND p.statements AS row
    MATCH (a:SOURCE {id: p.unit})
    MATCH (f:Fact {id: row.fact})
    MERGE (a)-[r:STATES]->(f)
    SET r = row, r.sort = f.sort
  }
  CALL (p) {
    UNWIND p.resorted AS row
    MATCH (f:Fact {id: row.id})<-[r:STATES]-()
    SET r.sort = row.sort
  }
  CALL (p) {
    UNWIND p.mentions AS row
    MATCH (a:SOURCE {id: p.unit})
    MATCH (e:Entity {id: row.entity})
    MERGE (a)-[r:MENTIONS]->(e)
    SET r = row
  }

  CALL (p) {
    UNWIND p.citationCounts AS row
    MATCH (e:Entity {id: row.id})
    SET e.citations = coalesce(e.citations, 0) + row.difference
  }
  CALL (p) {
    UNWIND p.uncited AS row
    MATCH (e:Entity {id: row.id})
    SET e.uncited = row.names
  }
  CALL (p) {
    UNWIND p.past AS id
    MATCH (e:Entity {id: id})
    WITH e, [label IN labels(e) WHERE label <> 'Entity'] AS types
    REMOVE e:Entity, e:$(types)
    SET e:PastEntity
  }
  CALL (p) {
    UNWIND p.gone AS id
    MATCH (f:FormerId {entity: id})
    DELETE f
  }
  CALL (p) {
    UNWIND p.gone AS id
    MATCH (e:Entity {id: id})
    DETACH DELETE e
  }
  CALL (p) {
    UNWIND p.gone AS id
    MATCH (e:PastEntity {id: id})
    DETACH DELETE e
  }
  CALL (p) {
    // All entities, once in a while: only where two claimed one former id, or an entity that had one goes.
    UNWIND p.freed AS id
    MATCH (e:Entity) USING INDEX e:Entity(id) WHERE e.id >= '' AND id IN e.formerIds
    WITH id, min(e.id) AS claimant
    MERGE (f:FormerId {id: id})
    ON CREATE SET f.entity = claimant
  }

  CALL (p) {
    UNWIND p.texts AS row
    MERGE (t:IssueText {sha256: row.sha256})
    ON CREATE SET t.text = row.text
  }
  CALL (p) {
    UNWIND p.removedUnits AS id
    MATCH (u:Unit {id: id})
    DELETE u
  }
  CALL (s, p) {
    UNWIND p.versions AS row
    CREATE (v:DataVersion)
    SET v = row, v.recordedAt = datetime(row.recordedAt), s.version = row.number
  }
  UNWIND p.changes AS row
  CREATE (c:Change)
  SET c = row
}
RETURN s.generation AS generation
