package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.ReplyTo;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import io.chatsphere.domain.user.DisplayName;
import io.chatsphere.domain.user.UserSummary;
import io.chatsphere.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Any message of the bus, from a seed. */
final class Samples {
    private static final List<String> TEXTS = List.of("a", "Zoë", "猫と犬", "👩‍👩‍👧 \n\t\"x\"", "x".repeat(20_000));

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    BusMessage message() {
        return switch (random.nextInt(3)) {
            case 0 ->
                new BusMessage.OfRoom(IntStream.rangeClosed(0, random.nextInt(4))
                        .mapToObj(i -> roomChange())
                        .toList());
            case 1 -> new BusMessage.OfUser(userChange());
            default -> new BusMessage.OfSignal(signal());
        };
    }

    private RoomChange roomChange() {
        return switch (random.nextInt(3)) {
            case 0 -> new RoomChange.OfMessage(chatMessage());
            case 1 -> new RoomChange.OfMembership(membership(), user());
            default -> new RoomChange.OfDetails(room());
        };
    }

    private UserChange userChange() {
        return switch (random.nextInt(4)) {
            case 0 -> new UserChange.OfMembership(membership());
            case 1 -> new UserChange.OfProfile(user(), revision());
            case 2 ->
                new UserChange.OfPreferences(new RoomPreferences(
                        new RoomId(uuid()),
                        new UserId(uuid()),
                        position(),
                        position(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextBoolean(),
                        revision()));
            default -> new UserChange.OfLoginEnd(new EndedLogin(new LoginId(uuid()), new UserId(uuid()), revision()));
        };
    }

    private Signal signal() {
        return switch (random.nextInt(5)) {
            case 0 -> new Signal.Typing(user(), random.nextBoolean());
            case 1 -> new Signal.Read(new UserId(uuid()), position());
            case 2 -> new Signal.View(user(), random.nextBoolean());
            case 3 -> new Signal.OldForm(chatMessage());
            default -> new Signal.Presence(user(), random.nextBoolean());
        };
    }

    private Message chatMessage() {
        boolean deleted = random.nextBoolean();
        return new Message(
                new MessageId(uuid()),
                new RoomId(uuid()),
                position(),
                revision(),
                revision(),
                user(),
                deleted ? Optional.empty() : Optional.of(new MessageContent(one(TEXTS))),
                one(List.of(MessageType.values())),
                maybe(() -> new ReplyTo(new MessageId(uuid()), position())),
                maybe(() -> new ClientMessageId("c-" + random.nextInt())),
                time(),
                maybe(this::time),
                deleted ? Optional.of(time()) : Optional.empty());
    }

    private Membership membership() {
        return new Membership(
                new RoomId(uuid()),
                new UserId(uuid()),
                one(List.of(RoomRole.values())),
                revision(),
                position(),
                revision(),
                revision(),
                maybe(this::time));
    }

    private Room room() {
        RoomKind kind = one(List.of(RoomKind.values()));
        return new Room(
                new RoomId(uuid()),
                kind,
                kind == RoomKind.PUBLIC ? Optional.of(new Slug("slug-" + random.nextInt(100))) : Optional.empty(),
                kind == RoomKind.DIRECT
                        ? Optional.of(DirectPair.of(new UserId(uuid()), new UserId(uuid())))
                        : Optional.empty(),
                details(),
                one(List.of(HistoryVisibility.values())),
                maybe(() -> new UserId(uuid())),
                time(),
                maybe(this::time),
                revision());
    }

    private RoomDetails details() {
        return new RoomDetails(
                "Room 猫",
                maybe(() -> "Over\nseveral lines"),
                maybe(this::avatar),
                random.nextBoolean() ? OptionalInt.of(2 + random.nextInt(100)) : OptionalInt.empty());
    }

    private UserSummary user() {
        return new UserSummary(
                new UserId(uuid()),
                new Username("user" + random.nextInt(1_000)),
                new DisplayName(one(List.of("Ann", "Zoë Żak", "猫"))),
                maybe(this::avatar));
    }

    private AvatarUrl avatar() {
        return new AvatarUrl("https://example.org/" + random.nextInt(100));
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private Position position() {
        return new Position(random.nextLong() >>> 1);
    }

    private Revision revision() {
        return new Revision(random.nextLong() >>> 1);
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }
}
