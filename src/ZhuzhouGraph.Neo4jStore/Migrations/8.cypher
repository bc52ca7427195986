// From 7 to 8. Imports are counted on a node of their own, which a program of the version before would not do.
MERGE (q:Seq {id: 1}) ON CREATE SET q.n = 0, q.epoch = randomUUID();
