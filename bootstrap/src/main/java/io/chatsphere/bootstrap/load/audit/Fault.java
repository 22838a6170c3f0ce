package io.chatsphere.bootstrap.load.audit;

/** What a server can do wrong. */
public enum Fault {
    NOT_STORED("acknowledged, but not in the history"),
    STORED_TWICE("stored twice"),
    STORED_THOUGH_REFUSED("refused for good, but stored"),
    STORED_ALTERED("stored in another room, from another user or with another text than it was sent"),
    POSITION_MISSING("positions of a history that are not 1, 2, 3 without a hole"),
    WRONG_ACKNOWLEDGEMENT("acknowledged with another id or position than stored"),
    NOT_DELIVERED("never delivered to a connection of a member"),
    DELIVERED_TWICE("delivered twice to a connection"),
    DELIVERED_OUT_OF_ORDER("delivered out of order"),
    DELIVERED_ALTERED("delivered with another id, place or text than stored, or to others than stored"),
    BROKEN_CHAIN("a change whose prev is not the revision before it"),
    CURSOR_REFUSED("a resume that the server could not serve, because it does not know the cursor any more"),
    WRONG_UNREAD("an unread count that is not the recount of the history");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    /** What it is, for people. */
    public String meaning() {
        return meaning;
    }
}
