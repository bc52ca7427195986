// From 8 to 9. A figure may have the base of its comparison, which a program of the version before would not read.
