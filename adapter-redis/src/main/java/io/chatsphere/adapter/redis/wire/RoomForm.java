package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.DirectPair;
import io.chatsphere.domain.room.HistoryVisibility;
import io.chatsphere.domain.room.Membership;
import io.chatsphere.domain.room.Room;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.RoomKind;
import io.chatsphere.domain.room.RoomRole;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import java.util.OptionalInt;

/** The form of rooms and memberships. */
final class RoomForm {
    private RoomForm() {}

    static void write(ByteWriter out, Room room) {
        out.id(room.id().value());
        out.constant(room.kind());
        out.optional(room.slug(), slug -> out.text(slug.value()));
        out.optional(room.pair(), pair -> {
            out.id(pair.low().value());
            out.id(pair.high().value());
        });
        write(out, room.details());
        out.constant(room.historyVisibility());
        out.optional(room.createdBy(), user -> out.id(user.value()));
        out.time(room.createdAt());
        out.optional(room.archivedAt(), out::time);
        out.number(room.revision().value());
    }

    static Room readRoom(ByteReader in) {
        return new Room(
                new RoomId(in.id()),
                in.constant(RoomKind.class),
                in.optional(() -> new Slug(in.text())),
                in.optional(() -> new DirectPair(new UserId(in.id()), new UserId(in.id()))),
                readDetails(in),
                in.constant(HistoryVisibility.class),
                in.optional(() -> new UserId(in.id())),
                in.time(),
                in.optional(in::time),
                new Revision(in.longNumber()));
    }

    static void write(ByteWriter out, Membership membership) {
        out.id(membership.room().value());
        out.id(membership.user().value());
        out.constant(membership.role());
        out.number(membership.joinedRevision().value());
        out.number(membership.joinedPosition().value());
        out.number(membership.revision().value());
        out.number(membership.userRevision().value());
        out.optional(membership.leftAt(), out::time);
    }

    static Membership readMembership(ByteReader in) {
        return new Membership(
                new RoomId(in.id()),
                new UserId(in.id()),
                in.constant(RoomRole.class),
                new Revision(in.longNumber()),
                new Position(in.longNumber()),
                new Revision(in.longNumber()),
                new Revision(in.longNumber()),
                in.optional(in::time));
    }

    private static void write(ByteWriter out, RoomDetails details) {
        out.text(details.name());
        out.optional(details.description(), out::text);
        out.optional(details.avatarUrl(), url -> out.text(url.value()));
        // Zero is no number of members.
        out.number(details.maxMembers().orElse(0));
    }

    private static RoomDetails readDetails(ByteReader in) {
        return new RoomDetails(
                in.text(), in.optional(in::text), in.optional(() -> new AvatarUrl(in.text())), maxMembers(in.number()));
    }

    private static OptionalInt maxMembers(int number) {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
