package io.chatsphere.application.delivery;

/** Why a live session was ended from this side. */
public enum EndReason {
    /** The listener had no room left. */
    TOO_SLOW,
    /** The user opened more sessions on this node than allowed; this was the oldest. */
    REPLACED,
    /** The caller's token expired. */
    TOKEN_ENDED,
    /** The caller's login was ended, or their account disabled. */
    REVOKED,
    /** The store went back in time or was replaced: the client starts anew. */
    RESET,
    /** This node stops: the client connects elsewhere. */
    STOPPING
}
