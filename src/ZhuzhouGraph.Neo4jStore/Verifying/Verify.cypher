// Which of some records are not as imports write them: their properties are worked out anew from what they say, the checksum among them.
// DIFFERS(node, row) is true where a property of the row is another one in the node; days are read from native dates and left out.

UNWIND $p.articles AS row
MATCH (n:Article|PastArticle {id: row.id})
WHERE DIFFERS(n, row.properties)
  OR n:Article AND n.citations <> COUNT { MATCH (n)<-[:FROM]-(:Citation) }
  OR n:Article AND COLLECT { MATCH (n)-[:HAS_TITLE]->(t:Name) RETURN [t.text, t.folded, t.owner, t.type] ORDER BY t.position }
    <> [[n.title, row.foldedTitles[0], n.id, 'Article'], [n.titleEnglish, row.foldedTitles[1], n.id, 'Article']]
RETURN 'article ' + row.id AS what
UNION ALL
UNWIND $p.articles AS row
UNWIND row.sentences AS said
MATCH (:Article|PastArticle {id: row.id})-[:HAS_SENTENCE]->(n:Sentence) WHERE n.place = said.place
WITH row, said, n WHERE DIFFERS(n, said)
RETURN 'sentence ' + said.address + ' of ' + row.id AS what
UNION ALL
UNWIND $p.citations AS row
MATCH (n:Citation {of: row.of, sort: row.sort, words: row.words})
WITH row, n WHERE DIFFERS(n, row)
RETURN 'citation of ' + row.of + ' at ' + row.sort AS what
UNION ALL
UNWIND $p.pastCitations AS row
MATCH (n:PastCitation) WHERE n.of = row.of AND n.sort = row.sort AND n.words = row.words
WITH row, n WHERE DIFFERS(n, row)
RETURN 'citation of ' + row.of + ' at ' + row.sort AS what
UNION ALL
UNWIND $p.observations AS row
MATCH (n:Observation {id: row.id})
OPTIONAL MATCH (n)-[:SAID_AT]->(e:Entity) WHERE n.isDatedByEvent
WITH row, n, e WHERE DIFFERS(n, row) OR MISDATED(n, row, e)
RETURN 'observation ' + row.id AS what
UNION ALL
UNWIND $p.pastObservations AS row
MATCH (n:PastObservation {id: row.id, recordedVersion: row.recordedVersion})
WITH row, n WHERE DIFFERS(n, row)
RETURN 'closed observation ' + row.id AS what
UNION ALL
UNWIND $p.entities AS row
MATCH (n:Entity|PastEntity {id: row.id})
WHERE DIFFERS(n, row) OR n.periodKey <> row.periodKey
  OR n:Entity AND NOT row.type IN labels(n)
  OR n:Entity AND coalesce(n.citations, 0) <> COUNT { MATCH (c:Citation) WHERE c.of = n.id }
  OR n:Entity AND COLLECT { MATCH (n)-[:HAS_NAME]->(t:Name) RETURN [t.text, t.folded, t.owner, t.type] ORDER BY t.position }
    <> [i IN range(0, size(row.names) - 1) | [row.names[i], row.foldedNames[i], row.id, row.type]]
  OR n:Entity AND coalesce(n.uncited, []) <> [i IN range(0, size(n.names) - 1) WHERE n.nameBases[i] = 'PRINTED'
    AND NOT EXISTS { MATCH (c:Citation) WHERE c.of = n.id AND c.folded = n.foldedNames[i] } | n.names[i]]
RETURN 'entity ' + row.id AS what
UNION ALL
UNWIND $p.facts AS row
MATCH (n:Fact {id: row.properties.id})
OPTIONAL MATCH (n)-[o:OCCASION]->(e:Entity)
WITH row, n, o, e ORDER BY e.periodKey = $p.undated, o.place
WITH row, n, collect(e)[0] AS e, collect({event: e.id, place: o.place}) AS occasions
WHERE DIFFERS(n, row.properties) OR MISDATED(n, row.properties, e)
  OR size([o IN occasions WHERE o.event IS NOT NULL]) <> size(row.occasions)
  OR any(o IN row.occasions WHERE NOT o IN occasions)
  OR NOT EXISTS { MATCH (a:Entity {id: row.properties.from})-[r:FACT_TYPES]->(b:Entity|Article|PastArticle)
    WHERE b.id = row.properties.to AND r.id = n.id AND type(r) = row.properties.type AND NOT DIFFERS(r, row.edge) }
RETURN 'relationship ' + row.properties.id AS what
UNION ALL
UNWIND $p.facts AS row
UNWIND row.statements AS said
MATCH ()-[r:STATES]->(:Fact {id: row.properties.id}) WHERE r.article = said.article
WITH row, said, r WHERE DIFFERS(r, said)
RETURN 'what ' + said.article + ' states of ' + row.properties.id AS what
