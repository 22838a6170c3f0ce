package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.conversation.RoomPreferences;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.delivery.UserChange;
import io.chatsphere.domain.id.LoginId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.login.EndedLogin;

/** The form of changes. */
final class ChangeForm {
    private static final int MESSAGE = 1;
    private static final int MEMBERSHIP = 2;
    private static final int DETAILS = 3;
    private static final int PROFILE = 4;
    private static final int PREFERENCES = 5;
    private static final int LOGIN_END = 6;

    private ChangeForm() {}

    static void write(ByteWriter out, RoomChange change) {
        switch (change) {
            case RoomChange.OfMessage(var message) -> {
                out.one(MESSAGE);
                MessageForm.write(out, message);
            }
            case RoomChange.OfMembership(var membership, var user) -> {
                out.one(MEMBERSHIP);
                RoomForm.write(out, membership);
                UserForm.write(out, user);
            }
            case RoomChange.OfDetails(var details) -> {
                out.one(DETAILS);
                RoomForm.write(out, details);
            }
        }
    }

    static RoomChange readRoomChange(ByteReader in) {
        return switch (in.one()) {
            case MESSAGE -> new RoomChange.OfMessage(MessageForm.read(in));
            case MEMBERSHIP -> new RoomChange.OfMembership(RoomForm.readMembership(in), UserForm.read(in));
            case DETAILS -> new RoomChange.OfDetails(RoomForm.readRoom(in));
            default -> throw new IllegalArgumentException("unknown change of a room");
        };
    }

    static void write(ByteWriter out, UserChange change) {
        switch (change) {
            case UserChange.OfMembership(var membership) -> {
                out.one(MEMBERSHIP);
                RoomForm.write(out, membership);
            }
            case UserChange.OfProfile(var profile, var revision) -> {
                out.one(PROFILE);
                UserForm.write(out, profile);
                out.number(revision.value());
            }
            case UserChange.OfPreferences(var preferences) -> {
                out.one(PREFERENCES);
                write(out, preferences);
            }
            case UserChange.OfLoginEnd(EndedLogin(var login, var user, var revision)) -> {
                out.one(LOGIN_END);
                out.id(login.value());
                out.id(user.value());
                out.number(revision.value());
            }
        }
    }

    static UserChange readUserChange(ByteReader in) {
        return switch (in.one()) {
            case MEMBERSHIP -> new UserChange.OfMembership(RoomForm.readMembership(in));
            case PROFILE -> new UserChange.OfProfile(UserForm.read(in), new Revision(in.longNumber()));
            case PREFERENCES -> new UserChange.OfPreferences(readPreferences(in));
            case LOGIN_END ->
                new UserChange.OfLoginEnd(
                        new EndedLogin(new LoginId(in.id()), new UserId(in.id()), new Revision(in.longNumber())));
            default -> throw new IllegalArgumentException("unknown change of a user");
        };
    }

    private static void write(ByteWriter out, RoomPreferences preferences) {
        out.id(preferences.room().value());
        out.id(preferences.user().value());
        out.number(preferences.readPosition().value());
        out.number(preferences.unreadFloor().value());
        out.flag(preferences.muted());
        out.flag(preferences.pinned());
        out.flag(preferences.archived());
        out.number(preferences.revision().value());
    }

    private static RoomPreferences readPreferences(ByteReader in) {
        return new RoomPreferences(
                new RoomId(in.id()),
                new UserId(in.id()),
                new Position(in.longNumber()),
                new Position(in.longNumber()),
                in.flag(),
                in.flag(),
                in.flag(),
                new Revision(in.longNumber()));
    }
}
