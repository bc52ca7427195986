// From 8 to 9. A figure may have the base of its comparison, which a program of the version before would not read.
// What counts imports has the mark of its own graph; a copy may have been made without one.
MERGE (q:Seq {id: 1}) ON CREATE SET q.n = 0 SET q.epoch = coalesce(q.epoch, randomUUID());
