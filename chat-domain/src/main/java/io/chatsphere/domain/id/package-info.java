/**
 * Ids: a record around a UUID for each kind of thing, so that mixing them up does not compile. They stand apart from their
 * aggregates, because aggregates name each other by id and packages must not form cycles.
 */
package io.chatsphere.domain.id;
