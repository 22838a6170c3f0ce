package io.chatsphere.contract;

import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.Login;
import io.chatsphere.domain.login.NewLogin;
import io.chatsphere.domain.login.PasswordHash;
import io.chatsphere.domain.login.RefreshToken;
import io.chatsphere.domain.login.RefreshTokenHash;
import io.chatsphere.domain.login.Ticket;
import io.chatsphere.domain.login.TicketHash;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.Email;
import io.chatsphere.domain.user.User;
import io.chatsphere.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** Values that no earlier test has used. Nothing here is stored; {@link TestChat} does that. */
public final class Fixtures {
    /** The time at which everything in the kit happens. */
    public static final Instant NOW = Instant.parse("2026-03-01T12:34:56.789Z");

    /** When the kit's logins end. */
    public static final Instant LATER = NOW.plus(Duration.ofDays(7));

    /** What every account of the kit has for a hash; no hasher made it. */
    public static final PasswordHash HASH = new PasswordHash("$kit$hash");

    private Fixtures() {}

    /** Twelve letters and digits. */
    public static String unique() {
        String digits = Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
        return ("000000000000" + digits).substring(digits.length());
    }

    /** A name that nobody has. */
    public static Username username() {
        return new Username("u" + unique());
    }

    /** An address that nobody has. */
    public static Email email() {
        return new Email(unique() + "@example.org");
    }

    /** A local account. */
    public static User user() {
        return user(username(), email());
    }

    /** A local account with this name and address. */
    public static User user(Username username, Email email) {
        return User.local(userId(), username, email, new DisplayName("Name of " + username), NOW);
    }

    /** A user of a host application. */
    public static User hosted() {
        return hosted(username());
    }

    /** A user of a host application with this name. */
    public static User hosted(Username username) {
        return User.hosted(userId(), username, new DisplayName("Guest " + username), NOW);
    }

    /** The same user, disabled. */
    public static User disabled(User user) {
        return new User(
                user.id(),
                user.username(),
                user.email(),
                user.displayName(),
                user.avatarUrl(),
                user.bio(),
                user.provider(),
                false,
                user.createdAt(),
                user.lastSeen());
    }

    /** A login of the user from {@link #NOW} to {@link #LATER}. */
    public static NewLogin login(UserId user) {
        Login login = Login.begun(LoginId.next(NOW, random()), user, "A device/1.0", "192.0.2.1", NOW, LATER);
        return new NewLogin(login, refreshToken());
    }

    /** A refresh token that no login has had. */
    public static RefreshTokenHash refreshToken() {
        return RefreshToken.next(random()).hash();
    }

    /** A ticket that no login has had. */
    public static TicketHash ticket() {
        return Ticket.next(random()).hash();
    }

    /** A public room of nobody. */
    public static Room publicRoom() {
        return publicRoom(Optional.empty());
    }

    /** A public room with this creator. */
    public static Room publicRoom(Optional<UserId> creator) {
        return Room.open(roomId(), slug(), details(), creator, NOW);
    }

    /** A group of this creator. */
    public static Room group(UserId creator) {
        return Room.group(roomId(), details(), creator, NOW);
    }

    /** A group of this creator that takes so many members. */
    public static Room group(UserId creator, int maxMembers) {
        RoomDetails details =
                new RoomDetails("Room " + unique(), Optional.empty(), Optional.empty(), OptionalInt.of(maxMembers));
        return Room.group(roomId(), details, creator, NOW);
    }

    /** The same room, archived. */
    public static Room archived(Room room) {
        return room.archived(NOW);
    }

    /** The same room, of which members may read only what was sent since they joined. */
    public static Room joinedOnly(Room room) {
        return new Room(
                room.id(),
                room.kind(),
                room.slug(),
                room.pair(),
                room.details(),
                HistoryVisibility.JOINED,
                room.createdBy(),
                room.createdAt(),
                room.archivedAt(),
                room.revision());
    }

    /** A slug that no room has. */
    public static Slug slug() {
        return new Slug("r-" + unique());
    }

    /** A name for a room, and nothing else. */
    public static RoomDetails details() {
        return new RoomDetails("Room " + unique(), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** The id of nobody. */
    public static UserId userId() {
        return UserId.next(NOW, random());
    }

    /** The id of no room. */
    public static RoomId roomId() {
        return RoomId.next(NOW, random());
    }

    /** The id of no message. */
    public static MessageId messageId() {
        return MessageId.next(NOW, random());
    }

    private static ThreadLocalRandom random() {
        return ThreadLocalRandom.current();
    }
}
