// From 6 to 7. Nodes and statements carry the checksum of their record, which is worked out when they are written anew; units get theirs
// with the next import.
