package io.chatsphere.domain;

import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.delivery.ChangeLog;
import io.chatsphere.domain.login.LoginRepository;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.room.RoomRepository;
import io.chatsphere.domain.user.UserRepository;

/**
 * The storage ports of one back-end. They come together because their methods are atomic across them: registering a user
 * writes members and logins, appending a message moves the counters that the change log reads. Mixing the ports of two
 * back-ends is a mistake.
 */
public record Storage(
        UserRepository users,
        LoginRepository logins,
        RoomRepository rooms,
        MessageRepository messages,
        ConversationRepository conversations,
        ChangeLog changes) {}
