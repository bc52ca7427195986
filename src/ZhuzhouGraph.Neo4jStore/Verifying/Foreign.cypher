// What no import wrote, each statement by itself: nodes that belong to nothing of ours, edges that no record names or that are there twice,
// records without the edges that they name, moments that are not those of a data version. LINE(n) is how a node is called.

MATCH (n)
WITH n, [label IN labels(n) WHERE label IN $p.labels OR label IN $p.types] AS found
WHERE size(found) > 0
  AND NOT (size(found) = 1 AND found[0] <> 'Entity' AND found[0] IN $p.labels)
  AND NOT coalesce(size(found) = 2 AND 'Entity' IN found AND n.type IN found AND n.type IN $p.types, false)
RETURN NAME(n) + ': a node with the labels ' + reduce(text = '', label IN found | text + ':' + label) + ' is not what its type says' AS line
LIMIT $p.most;

CALL () {
  MATCH (c:Change)
  RETURN c.id AS id, 1 AS isLogged
  UNION ALL
  MATCH (n:Entity|PastEntity|Fact|Observation|PastObservation|Article|PastArticle)
  RETURN n.id AS id, 0 AS isLogged
}
WITH id, max(isLogged) AS isLogged WHERE isLogged = 0
RETURN coalesce(toStringOrNull(id), 'a node without an id') + ': the change log does not know it' AS line
LIMIT $p.most;

CALL () {
  MATCH (c:Change)
  RETURN c.id AS id, c.version AS version, 1 AS isLogged
  UNION ALL
  MATCH (o:Observation|PastObservation)
  UNWIND [o.recordedVersion] + CASE WHEN o:PastObservation THEN [o.removedVersion] ELSE [] END AS version
  RETURN o.id AS id, version, 0 AS isLogged
}
WITH id, version, max(isLogged) AS isLogged WHERE isLogged = 0
RETURN 'observation ' + coalesce(toStringOrNull(id), 'without an id') + ': the change log does not know it in version '
  + coalesce(toStringOrNull(version), 'none') AS line
LIMIT $p.most;

MATCH (o:Observation|PastObservation)
OPTIONAL MATCH (recorded:DataVersion {number: o.recordedVersion})
OPTIONAL MATCH (removed:DataVersion {number: o.removedVersion})
WITH o, recorded, removed
WHERE coalesce(o.recordedAt <> recorded.recordedAt, true)
  OR o:Observation AND (o.removedAt IS NOT NULL OR o.removedVersion IS NOT NULL)
  OR o:PastObservation AND coalesce(o.removedAt <> removed.recordedAt, true)
RETURN 'observation ' + NAME(o) + ': it was not recorded or removed when its data version says' AS line
LIMIT $p.most;

MATCH (o:Observation|PastObservation)
WITH o, COLLECT { MATCH (o)-[r:LINK_TYPES]->(e:Entity|PastEntity) RETURN type(r) + ' ' + e.id } AS found,
  reduce(all = [], link IN [LINKS] | all + [id IN split(coalesce(link[1], ''), ' ') WHERE id <> '' | link[0] + ' ' + id]) AS named
WHERE size(found) <> size(named) OR any(link IN named WHERE NOT link IN found)
  OR COUNT { (o)-[:PRINTED_IN]->() } <> 1
  OR o:Observation AND NOT EXISTS { (o)-[:PRINTED_IN]->(:Article {id: o.article}) }
  OR o:PastObservation AND NOT EXISTS { (o)-[:PRINTED_IN]->(:Article|PastArticle {id: o.article}) }
RETURN 'observation ' + NAME(o) + ': its edges do not lead to the article and the entities that it names, once each' AS line
LIMIT $p.most;

MATCH (e:Entity|PastEntity)
WITH e, COLLECT { MATCH (e)-[r:REFERENCE_TYPES]->(o) RETURN type(r) + ' ' + o.id } AS found,
  reduce(all = [], link IN [REFERENCES] | all + [id IN split(coalesce(link[1], ''), ' ') WHERE id <> '' | link[0] + ' ' + id]) AS named
WHERE size(found) <> size(named) OR any(link IN named WHERE NOT link IN found)
RETURN 'entity ' + NAME(e) + ': its edges do not lead to the entities that its properties name, once each' AS line
LIMIT $p.most;

MATCH (a)-[r:FACT_TYPES]->(b)
WHERE NOT EXISTS { MATCH (f:Fact {id: r.id}) WHERE f.type = type(r) AND f.from = a.id AND f.to = b.id }
RETURN 'relationship ' + NAME(r) + ': its edge ' + type(r) + ' from ' + NAME(a) + ' to ' + NAME(b) + ' is that of no fact' AS line
LIMIT $p.most;

MATCH (f:Fact) WHERE NOT EXISTS { (f)<-[:STATES]-() }
RETURN 'relationship ' + NAME(f) + ': nothing states it' AS line
LIMIT $p.most;

MATCH (a)-[r:STATES]->(f)
WHERE NOT coalesce((a:Article OR a:Unit AND a.id = $p.registry)
  AND f:Fact AND r.article = a.id AND r.fact = f.id AND r.sort = f.sort, false)
RETURN 'what ' + NAME(a) + ' states of ' + NAME(f) + ': no import wrote it so' AS line
LIMIT $p.most;

MATCH (a)-[r:MENTIONS]->(e)
WHERE NOT coalesce((a:Article OR a:Unit AND a.id = $p.registry) AND e:Entity AND r.article = a.id AND r.entity = e.id, false)
RETURN 'that ' + NAME(a) + ' mentions ' + NAME(e) + ': no import wrote it so' AS line
LIMIT $p.most;

MATCH (n:Name)
WHERE COUNT { (n)--() } <> 1
  OR NOT EXISTS { (n)<-[:HAS_NAME]-(:Entity {id: n.owner}) } AND NOT EXISTS { (n)<-[:HAS_TITLE]-(:Article {id: n.owner}) }
RETURN 'name ' + coalesce(toStringOrNull(n.text), elementId(n)) + ' of ' + coalesce(toStringOrNull(n.owner), 'nobody')
  + ': it is not one of its owner' AS line
LIMIT $p.most;

MATCH (n:FormerId)
WHERE (n.fact IS NULL) = (n.entity IS NULL)
  OR n.fact IS NOT NULL AND NOT EXISTS { (:Fact {id: n.fact}) }
  OR n.entity IS NOT NULL AND NOT EXISTS { MATCH (e:Entity|PastEntity {id: n.entity}) WHERE n.id IN e.formerIds }
RETURN 'former id ' + NAME(n) + ': it leads to nothing that had it' AS line
LIMIT $p.most;

MATCH (e:Entity)
UNWIND e.formerIds AS id
// Several may claim it, and it leads to one of them.
WITH e, id WHERE NOT EXISTS { MATCH (f:FormerId {id: id}) WHERE f.entity IS NOT NULL }
RETURN 'former id ' + id + ': it leads neither to ' + NAME(e) + ' nor to another' AS line
LIMIT $p.most;

MATCH (c:Citation|PastCitation)
WHERE COUNT { (c)-[:FROM]->() } <> 1
  OR NOT EXISTS { (c)-[:FROM]->(:Article|PastArticle {id: c.article}) }
  OR c:Citation AND (NOT EXISTS { (c)-[:FROM]->(:Article) }
    OR NOT EXISTS { (:Entity {id: c.of}) } AND NOT EXISTS { (:Fact {id: c.of}) } AND NOT EXISTS { (:Observation {id: c.of}) })
  OR c:PastCitation AND NOT EXISTS { MATCH (o:PastObservation) WHERE o.id = c.of }
RETURN 'citation of ' + coalesce(toStringOrNull(c.of), 'nothing') + ' at ' + coalesce(toStringOrNull(c.sort), 'no place')
  + ': it is not one of its article, or of nothing that is there' AS line
LIMIT $p.most;

MATCH (s:Sentence)
WHERE COUNT { (s)--() } <> 1 OR NOT EXISTS { (s)<-[:HAS_SENTENCE]-(:Article|PastArticle {id: s.article}) }
RETURN 'sentence ' + coalesce(toStringOrNull(s.address), elementId(s)) + ' of ' + coalesce(toStringOrNull(s.article), 'nothing')
  + ': it is not one of its article' AS line
LIMIT $p.most;

MATCH (u:Unit)
WHERE NOT coalesce(u.id = $p.registry, false) AND NOT EXISTS { (:Article {id: u.id}) }
RETURN 'unit ' + NAME(u) + ': its article is not there' AS line
LIMIT $p.most;

MATCH (a:Article)
WHERE NOT EXISTS { (:Unit {id: a.id}) }
RETURN 'article ' + NAME(a) + ': its unit is not there' AS line
LIMIT $p.most;

MATCH (v:DataVersion)
OPTIONAL MATCH (c:Change {version: v.number})
WITH v, count(CASE c.kind WHEN 'ADDED' THEN 1 END) AS added, count(CASE c.kind WHEN 'CHANGED' THEN 1 END) AS changed,
  count(CASE c.kind WHEN 'REMOVED' THEN 1 END) AS removed, count(c) AS all
OPTIONAL MATCH (next:DataVersion {number: v.number + 1})
WITH v, added, changed, removed, all, next
WHERE coalesce([v.added, v.changed, v.removed, v.added + v.changed + v.removed] <> [added, changed, removed, all], true)
  OR next IS NOT NULL AND NOT coalesce(v.recordedAt <= next.recordedAt, false)
RETURN 'data version ' + coalesce(toStringOrNull(v.number), elementId(v)) + ': it does not fit its changes or the version after it' AS line
LIMIT $p.most;

MATCH (c:Change)
WHERE NOT EXISTS { (:DataVersion {number: c.version}) }
RETURN 'change of ' + NAME(c) + ': its data version is not there' AS line
LIMIT $p.most
