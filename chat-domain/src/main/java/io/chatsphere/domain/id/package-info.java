/**
 * Identity and order: a record around a UUID for each kind of thing, so that mixing them up does not compile, and the numbers
 * by which messages and changes are ordered. They stand apart from their aggregates, because aggregates name each other by
 * them and packages must not form cycles.
 */
package io.chatsphere.domain.id;
