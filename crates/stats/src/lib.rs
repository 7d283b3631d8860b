//! Statistics: numbers in, numbers out. Depends on nothing.
