package io.chatsphere.application.message;

import io.chatsphere.domain.delivery.ChangeBus;
import io.chatsphere.domain.delivery.RoomChange;
import io.chatsphere.domain.id.RoomId;
import io.chatsphere.domain.message.Appended;
import io.chatsphere.domain.message.MessageDraft;
import io.chatsphere.domain.message.MessageRepository;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stores drafts and, once they are committed, puts what was stored on the bus: one run of changes per room. */
public final class Outbound {
    private final MessageRepository messages;
    private final ChangeBus bus;

    public Outbound(MessageRepository messages, ChangeBus bus) {
        this.messages = messages;
        this.bus = bus;
    }

    List<Appended> append(List<MessageDraft> drafts) {
        List<Appended> appended = messages.append(drafts);
        Map<RoomId, List<RoomChange>> stored = new LinkedHashMap<>();
        for (Appended one : appended) {
            if (one instanceof Appended.Stored(var message)) {
                stored.computeIfAbsent(message.room(), room -> new ArrayList<>())
                        .add(new RoomChange.OfMessage(message));
            }
        }
        stored.values().forEach(bus::publish);
        return appended;
    }
}
