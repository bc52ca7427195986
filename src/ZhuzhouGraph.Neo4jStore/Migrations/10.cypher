// From 9 to 10. A figure may be of a part of its subject, which a program of the version before would not read.
// What counts imports has the mark of its own graph; a copy may have been made without one.
MERGE (q:Seq {id: 1}) ON CREATE SET q.n = 0 SET q.epoch = coalesce(q.epoch, randomUUID());
