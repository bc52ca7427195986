// From 5 to 6. Every record of version 5 can be read as it is. Two indexes have other names now, those that follow from the declarations.
DROP INDEX event_period IF EXISTS;
DROP INDEX event_days IF EXISTS;
