package io.chatsphere.domain.message;

/** What became of one draft. */
public sealed interface Appended {
    /** It is committed. */
    record Stored(Message message) implements Appended {}

    /** The sender's same request was committed before; this is the message as it is now, and nothing was added. */
    record Repeated(Message message) implements Appended {}

    /** The room's access changed since the permission was judged, or the room is gone: judge again. Nothing was added. */
    record Stale() implements Appended {}

    /** The sender used this client id in this room for another request. Nothing was added. */
    record Conflicting() implements Appended {}

    /**
     * Nobody can tell whether it is committed: the store fell silent at the commit and could not be asked since. Appending it
     * again under the same client id tells. If it is committed, readers see it.
     */
    record Unknown() implements Appended {}
}
