package io.chatsphere.application.delivery;

import io.chatsphere.domain.id.Revision;

/**
 * A session that gets what a room's feed delivers.
 *
 * @param joined when its membership began: nothing up to here is for it
 * @param userRevision the revision of its user that its membership was known by
 */
record Seat(LiveSession session, Revision joined, Revision userRevision) {}
