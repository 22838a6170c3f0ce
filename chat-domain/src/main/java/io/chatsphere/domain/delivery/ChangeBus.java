package io.chatsphere.domain.delivery;

import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.util.List;

/**
 * Carries committed changes and signals to whoever follows their room or user, on every node. It only makes delivery quick: at most
 * once, losable at any moment, in any order, perhaps twice. Followers put changes in order and repair what is missing from
 * the {@link ChangeLog}.
 *
 * <p>Thread-safe. Nothing here blocks on the network or throws because of it: a send never waits for the bus.
 */
public interface ChangeBus extends AutoCloseable {
    /** Where a change came from. */
    enum Origin {
        /** This node: a missing revision before it may still be on its way from another thread. */
        LOCAL,
        /** Another node: what is before it is committed. */
        REMOTE
    }

    /** Takes changes of a followed room; called on any thread, perhaps on several at once. It must not block or throw. */
    @FunctionalInterface
    interface RoomListener {
        /**
         * The room's stream moved on.
         *
         * @param changes of one room, in the order in which they were published
         */
        void changed(List<RoomChange> changes, Origin origin);

        /** Something happened in the room that matters only now. */
        default void signalled(Signal signal) {}
    }

    /** Takes changes of a followed user; called on any thread, perhaps on several at once. It must not block or throw. */
    @FunctionalInterface
    interface UserListener {
        /** The user's stream moved on. */
        void changed(UserChange change, Origin origin);

        /** Something that concerns the user happened and matters only now. */
        default void signalled(Signal signal) {}
    }

    /** Takes what concerns everybody; called on any thread, perhaps on several at once. It must not block or throw. */
    @FunctionalInterface
    interface PresenceListener {
        /** Somebody came or went. */
        void changed(Signal.Presence presence);
    }

    /**
     * Ends a following; idempotent. What is published after this returns does not reach the listener; a call that is under
     * way still may.
     */
    @FunctionalInterface
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Hands changes of one room, already committed, to this node's followers before it returns, and sends them to other
     * nodes without waiting. A listener may publish, follow and end followings from within its call.
     *
     * @param changes any number; none is nothing to do
     */
    void publish(List<RoomChange> changes);

    /** Likewise, a change of a user. */
    void publish(UserChange change);

    /** Hands a signal to the room's followers here before it returns, and sends it to other nodes without waiting. */
    void publish(RoomId room, Signal signal);

    /** Likewise, to the user's followers. */
    void publish(UserId user, Signal signal);

    /** Likewise, to every follower of presence. */
    void publish(Signal.Presence presence);

    /**
     * Follows a room: what this node publishes after this returns reaches the listener. A listener that follows twice is
     * called twice, and each following ends alone.
     */
    Following follow(RoomId room, RoomListener listener);

    /** Follows a user: what this node publishes after this returns reaches the listener. */
    Following follow(UserId user, UserListener listener);

    /** Follows who comes and goes: what this node publishes after this returns reaches the listener. */
    Following followPresence(PresenceListener listener);

    /** Whether it reaches other nodes as long as nothing fails; one that is made for a single node does not. */
    default boolean reachesOthers() {
        return true;
    }

    /** Ends every following and frees what the bus holds; idempotent. */
    @Override
    void close();
}
