package io.chatsphere.application.id;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.NodeId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

/** Makes ids and tells the time, cut to the millisecond that stores keep. As thread-safe as its random generator. */
public final class Ids {
    private final Clock clock;
    private final RandomGenerator random;
    private final NodeId node;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        this.node = NodeId.next(clock.instant(), random);
    }

    /** Now, in whole milliseconds. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** The id of a new user. */
    public UserId userId() {
        return UserId.next(clock.instant(), random);
    }

    /** The id of a new login. */
    public LoginId loginId() {
        return LoginId.next(clock.instant(), random);
    }

    /** The id of a new room. */
    public RoomId roomId() {
        return RoomId.next(clock.instant(), random);
    }

    /** The id of this life of a node, always the same one. */
    public NodeId nodeId() {
        return node;
    }

    /** The id of a message that is sent at {@code now}. */
    public MessageId messageId(Instant now) {
        return MessageId.next(now, random);
    }
}
