// From 5 to 6. What articles state carries the words of its period, which are no part of a relationship's identity any more: until now they
// were those of the fact. Two indexes have other names now, those that follow from the declarations.
MATCH (f:Fact)<-[r:STATES]-() WHERE f.periodWords IS NOT NULL AND r.periodWords IS NULL
CALL (f, r) { SET r.periodWords = f.periodWords } IN TRANSACTIONS OF 10000 ROWS;
DROP INDEX event_period IF EXISTS;
DROP INDEX event_days IF EXISTS;
