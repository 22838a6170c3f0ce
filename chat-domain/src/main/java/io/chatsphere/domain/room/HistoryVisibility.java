package io.chatsphere.domain.room;

/** Which messages a member may read. */
public enum HistoryVisibility {
    /** All of them. */
    ALL,
    /** Those sent since joining. */
    JOINED
}
