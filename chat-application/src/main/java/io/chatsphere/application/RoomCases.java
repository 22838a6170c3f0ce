package io.chatsphere.application;

import io.chatsphere.application.conversation.ListConversations;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.conversation.MarkUnread;
import io.chatsphere.application.delivery.LiveDelivery;
import io.chatsphere.application.delivery.ReadChanges;
import io.chatsphere.application.delivery.ResumeRooms;
import io.chatsphere.application.delivery.ShareOldForm;
import io.chatsphere.application.delivery.ShowTyping;
import io.chatsphere.application.id.Ids;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.DraftJudge;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.MessageUpdates;
import io.chatsphere.application.message.Outbound;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.message.Senders;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.ChangeRole;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.application.room.EnterRoom;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.application.room.ListMembers;
import io.chatsphere.application.room.ListRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.application.room.RoomDirectory;
import io.chatsphere.application.room.RoomUpdates;
import io.chatsphere.application.room.TransferRoom;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.domain.conversation.ConversationRepository;
import io.chatsphere.domain.message.MessageRepository;
import io.chatsphere.domain.room.RoomRepository;

/** Makes the use cases about rooms, their members, messages, conversations and what was missed. */
final class RoomCases {
    private final Ports ports;
    private final Ids ids;
    private final RoomDirectory directory;
    private final ReadRoom read;
    private final JoinRoom join;

    RoomCases(Ports ports, Ids ids, RoomDirectory directory) {
        this.ports = ports;
        this.ids = ids;
        this.directory = directory;
        this.read = new ReadRoom(directory, ports.storage().rooms());
        this.join = new JoinRoom(directory, ports.storage().rooms(), ports.bus(), ids);
    }

    ChatSphere.Rooms rooms() {
        RoomRepository rooms = ports.storage().rooms();
        RoomUpdates updates = updates();
        return new ChatSphere.Rooms(
                new ListRooms(rooms),
                read,
                new CreateRoom(rooms, ports.bus(), ids),
                new CreateGroup(rooms, ports.bus(), ids),
                join,
                new LeaveRoom(updates),
                new UpdateRoom(updates),
                new ArchiveRoom(updates),
                new TransferRoom(updates));
    }

    ChatSphere.Members members() {
        RoomUpdates updates = updates();
        return new ChatSphere.Members(
                new ListMembers(read, ports.storage().rooms()),
                new AddMember(updates),
                new ChangeRole(updates),
                new RemoveMember(updates));
    }

    ChatSphere.Messages messages(LiveDelivery delivery, int maxMessageLength) {
        RoomRepository rooms = ports.storage().rooms();
        MessageRepository messages = ports.storage().messages();
        Senders senders = new Senders(delivery, ports.storage().users(), rooms, maxMessageLength);
        EnterRoom enter = new EnterRoom(directory, rooms, join, ports.bus(), ids);
        DraftJudge judge = new DraftJudge(enter, directory, messages, senders, ids);
        MessageUpdates updates = new MessageUpdates(messages, directory, ports.bus());
        return new ChatSphere.Messages(
                new SendMessage(judge, new Outbound(messages, ports.bus()), directory, delivery::sent),
                new ReadHistory(messages, directory, rooms),
                new EditMessage(updates, senders, ids),
                new DeleteMessage(updates, ids),
                new ShareOldForm(ports.bus()));
    }

    ChatSphere.Conversations conversations(LiveDelivery delivery) {
        ConversationRepository conversations = ports.storage().conversations();
        return new ChatSphere.Conversations(
                new ListConversations(conversations),
                new MarkRead(read, directory, conversations, ports.bus()),
                new MarkUnread(read, conversations, ports.bus()),
                new ShowTyping(delivery, directory, ports.storage().users(), ports.bus()));
    }

    ChatSphere.Missed missed(LiveDelivery delivery) {
        return new ChatSphere.Missed(new ResumeRooms(delivery, directory), new ReadChanges(ports.storage(), directory));
    }

    private RoomUpdates updates() {
        return new RoomUpdates(directory, ports.storage().rooms(), ports.bus(), ids);
    }
}
