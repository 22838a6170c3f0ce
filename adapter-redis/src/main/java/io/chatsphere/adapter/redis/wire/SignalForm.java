package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.delivery.Signal;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.UserId;

/** The form of signals. */
final class SignalForm {
    private static final int TYPING = 1;
    private static final int READ = 2;
    private static final int VIEW = 3;
    private static final int OLD_FORM = 4;
    private static final int PRESENCE = 5;

    private SignalForm() {}

    static void write(ByteWriter out, Signal signal) {
        switch (signal) {
            case Signal.Typing(var user, boolean isTyping) -> {
                out.one(TYPING);
                UserForm.write(out, user);
                out.flag(isTyping);
            }
            case Signal.Read(var by, var position) -> {
                out.one(READ);
                out.id(by.value());
                out.number(position.value());
            }
            case Signal.View(var user, boolean isOpen) -> {
                out.one(VIEW);
                UserForm.write(out, user);
                out.flag(isOpen);
            }
            case Signal.OldForm(var message) -> {
                out.one(OLD_FORM);
                MessageForm.write(out, message);
            }
            case Signal.Presence(var user, boolean isOnline) -> {
                out.one(PRESENCE);
                UserForm.write(out, user);
                out.flag(isOnline);
            }
        }
    }

    static Signal read(ByteReader in) {
        return switch (in.one()) {
            case TYPING -> new Signal.Typing(UserForm.read(in), in.flag());
            case READ -> new Signal.Read(new UserId(in.id()), new Position(in.longNumber()));
            case VIEW -> new Signal.View(UserForm.read(in), in.flag());
            case OLD_FORM -> new Signal.OldForm(MessageForm.read(in));
            case PRESENCE -> new Signal.Presence(UserForm.read(in), in.flag());
            default -> throw new IllegalArgumentException("unknown signal");
        };
    }
}
