// What is missing, or too much. A unit's records add up to its content; a unit of a graph that was just migrated has none yet.

MATCH (u:Unit) WHERE u.content IS NOT NULL
WITH u,
  reduce(sum = 0, x IN COLLECT { MATCH ()-[r:STATES]->() WHERE r.article = u.id AND r.sort >= '' AND r.fact >= '' RETURN r.digest } | sum + coalesce(x, 0))
  + reduce(sum = 0, x IN COLLECT { MATCH (o:Observation) WHERE o.article = u.id AND o.sort >= '' AND o.id >= '' RETURN o.digest } | sum + coalesce(x, 0))
  + reduce(sum = 0, x IN COLLECT { MATCH (c:Citation) WHERE c.article = u.id RETURN c.digest } | sum + coalesce(x, 0))
  + reduce(sum = 0, x IN COLLECT { MATCH (:Article {id: u.id})-[:HAS_SENTENCE]->(s:Sentence) RETURN s.digest } | sum + coalesce(x, 0))
  + reduce(sum = 0, x IN COLLECT { MATCH (a:Article {id: u.id}) RETURN a.digest } | sum + coalesce(x, 0)) AS content,
  reduce(sum = 0, kind IN COLLECT {
    MATCH ()-[m:MENTIONS]->(e:Entity) WHERE m.article = u.id AND m.entity >= '' AND m.entity = e.id
      AND m.sort = coalesce(COLLECT { MATCH (a:Article {id: u.id}) RETURN a.sort }[0], $p.undated)
    RETURN m.kind
  } | sum + CASE kind WHEN 'NAME' THEN 1 WHEN 'FACT' THEN $p.fact ELSE $p.detail END) AS mentions
WHERE content <> u.content OR mentions <> u.mentions
RETURN 'unit ' + u.id + ': it does not hold what was imported; something in it is changed, missing or too much' AS line
UNION ALL
MATCH (c:Change)
WITH c ORDER BY c.version, c.sequence
WITH c.id AS id, last(collect(c.kind)) AS kind
WHERE (kind <> 'REMOVED') <> (EXISTS { MATCH (n:Entity {id: id}) } OR EXISTS { MATCH (n:Fact {id: id}) }
  OR EXISTS { MATCH (n:Observation {id: id}) } OR EXISTS { MATCH (n:Article {id: id}) })
RETURN id + ': the change log says ' + CASE kind WHEN 'REMOVED' THEN 'that it was removed, and it is there' ELSE 'that it is there, and it is not' END AS line
UNION ALL
MATCH (s:Store {id: 1})
WHERE s.version <> coalesce(COLLECT { MATCH (v:DataVersion) WHERE v.number > 0 RETURN v.number ORDER BY v.number DESC LIMIT 1 }[0], 0)
  OR s.version <> COUNT { (:DataVersion) }
RETURN 'data versions: there are not as many as were made' AS line
