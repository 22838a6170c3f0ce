package io.chatsphere.adapter.redis.wire;

import io.chatsphere.domain.id.MessageId;
import io.chatsphere.domain.id.Position;
import io.chatsphere.domain.id.Revision;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.ClientMessageId;
import io.chatsphere.domain.message.Message;
import io.chatsphere.domain.message.MessageContent;
import io.chatsphere.domain.message.MessageType;
import io.chatsphere.domain.message.ReplyTo;

/** The form of messages. */
final class MessageForm {
    private MessageForm() {}

    static void write(ByteWriter out, Message message) {
        out.id(message.id().value());
        out.id(message.room().value());
        out.number(message.position().value());
        out.number(message.sentRevision().value());
        out.number(message.revision().value());
        UserForm.write(out, message.author());
        out.optional(message.content(), content -> out.text(content.text()));
        out.constant(message.type());
        out.optional(message.replyTo(), reply -> {
            out.id(reply.id().value());
            out.number(reply.position().value());
        });
        out.optional(message.clientMessageId(), id -> out.text(id.value()));
        out.time(message.createdAt());
        out.optional(message.editedAt(), out::time);
        out.optional(message.deletedAt(), out::time);
    }

    static Message read(ByteReader in) {
        return new Message(
                new MessageId(in.id()),
                new RoomId(in.id()),
                new Position(in.longNumber()),
                new Revision(in.longNumber()),
                new Revision(in.longNumber()),
                UserForm.read(in),
                in.optional(() -> new MessageContent(in.text())),
                in.constant(MessageType.class),
                in.optional(() -> new ReplyTo(new MessageId(in.id()), new Position(in.longNumber()))),
                in.optional(() -> new ClientMessageId(in.text())),
                in.time(),
                in.optional(in::time),
                in.optional(in::time));
    }
}
