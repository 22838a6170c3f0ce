package io.chatsphere.application;

import io.chatsphere.application.conversation.ListConversations;
import io.chatsphere.application.conversation.MarkRead;
import io.chatsphere.application.conversation.MarkUnread;
import io.chatsphere.application.delivery.LiveListener;
import io.chatsphere.application.delivery.LiveSession;
import io.chatsphere.application.delivery.ReadChanges;
import io.chatsphere.application.delivery.ResumeRooms;
import io.chatsphere.application.delivery.ShareOldForm;
import io.chatsphere.application.delivery.ShowTyping;
import io.chatsphere.application.limit.RequestLimits;
import io.chatsphere.application.login.Authenticate;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.login.ChangePassword;
import io.chatsphere.application.login.EndLogin;
import io.chatsphere.application.login.IssueTicket;
import io.chatsphere.application.login.ListLogins;
import io.chatsphere.application.login.LogIn;
import io.chatsphere.application.login.LogOut;
import io.chatsphere.application.login.RedeemTicket;
import io.chatsphere.application.login.RenewLogin;
import io.chatsphere.application.login.RevokeToken;
import io.chatsphere.application.message.DeleteMessage;
import io.chatsphere.application.message.EditMessage;
import io.chatsphere.application.message.ReadHistory;
import io.chatsphere.application.message.SendMessage;
import io.chatsphere.application.presence.CountLive;
import io.chatsphere.application.presence.ListOnline;
import io.chatsphere.application.presence.ReadLiveInRoom;
import io.chatsphere.application.room.AddMember;
import io.chatsphere.application.room.ArchiveRoom;
import io.chatsphere.application.room.ChangeRole;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.application.room.JoinRoom;
import io.chatsphere.application.room.LeaveRoom;
import io.chatsphere.application.room.ListMembers;
import io.chatsphere.application.room.ListRooms;
import io.chatsphere.application.room.ReadRoom;
import io.chatsphere.application.room.RemoveMember;
import io.chatsphere.application.room.TransferRoom;
import io.chatsphere.application.room.UpdateRoom;
import io.chatsphere.application.stats.ReadStats;
import io.chatsphere.application.user.EnsureUser;
import io.chatsphere.application.user.ReadProfile;
import io.chatsphere.application.user.ReadUser;
import io.chatsphere.application.user.Register;
import io.chatsphere.application.user.SearchUsers;
import io.chatsphere.application.user.UpdateProfile;

/**
 * A chat: its use cases by feature, and live sessions. Servers and embedding programs build it the same way:
 *
 * <pre>{@code
 * try (ChatSphere chat = ChatSphere.builder().build()) {
 *     chat.open();
 *     Caller anna = chat.accounts().ensure().handle(new EnsureUser.Command(id, new Username("anna"), name));
 *     LiveSession session = chat.connect(anna, listener);
 * }
 * }</pre>
 *
 * <p>Thread-safe. Use cases block until they are done; call them on virtual threads where many run at once. All of them
 * throw {@link io.chatsphere.domain.error.ChatException} to refuse.
 */
public final class ChatSphere implements AutoCloseable {
    private final UseCases useCases;
    private final Services services;

    /** Use cases about accounts. */
    public record Accounts(
            Register register,
            EnsureUser ensure,
            ReadProfile profile,
            UpdateProfile updateProfile,
            ReadUser read,
            SearchUsers search) {}

    /** Use cases about signing in. */
    public record Logins(
            LogIn logIn,
            RenewLogin renew,
            LogOut logOut,
            RevokeToken revoke,
            ChangePassword changePassword,
            Authenticate authenticate,
            IssueTicket issueTicket,
            RedeemTicket redeemTicket,
            ListLogins list,
            EndLogin end) {}

    /** Use cases about rooms. */
    public record Rooms(
            ListRooms list,
            ReadRoom read,
            CreateRoom create,
            CreateGroup createGroup,
            JoinRoom join,
            LeaveRoom leave,
            UpdateRoom update,
            ArchiveRoom archive,
            TransferRoom transfer) {}

    /** Use cases about the members of rooms. */
    public record Members(ListMembers list, AddMember add, ChangeRole changeRole, RemoveMember remove) {}

    /** Use cases about messages. */
    public record Messages(
            SendMessage send, ReadHistory history, EditMessage edit, DeleteMessage delete, ShareOldForm shareOldForm) {}

    /** Use cases about conversations. */
    public record Conversations(ListConversations list, MarkRead markRead, MarkUnread markUnread, ShowTyping typing) {}

    /** Use cases about what a client missed. */
    public record Missed(ResumeRooms resume, ReadChanges changes) {}

    /** Use cases about who is there. */
    public record Presence(ListOnline online, ReadLiveInRoom liveInRoom, CountLive countLive) {}

    /** All use cases. */
    record UseCases(
            Accounts accounts,
            Logins logins,
            Rooms rooms,
            Members members,
            Messages messages,
            Conversations conversations,
            Missed missed,
            Presence presence,
            ReadStats stats,
            RequestLimits limits) {}

    ChatSphere(UseCases useCases, Services services) {
        this.useCases = useCases;
        this.services = services;
    }

    /** Begins a chat that keeps everything in memory until told otherwise. */
    public static ChatSphereBuilder builder() {
        return new ChatSphereBuilder();
    }

    /**
     * Makes the default rooms where they are missing and begins live delivery. To be called once, before anything else.
     *
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer
     */
    public void open() {
        services.open();
    }

    /** Accounts. */
    public Accounts accounts() {
        return useCases.accounts();
    }

    /** Signing in and its ends. */
    public Logins logins() {
        return useCases.logins();
    }

    /** Rooms. */
    public Rooms rooms() {
        return useCases.rooms();
    }

    /** Members of rooms. */
    public Members members() {
        return useCases.members();
    }

    /** Messages. */
    public Messages messages() {
        return useCases.messages();
    }

    /** Conversations, read marks and typing. */
    public Conversations conversations() {
        return useCases.conversations();
    }

    /** What a client missed while it was away. */
    public Missed missed() {
        return useCases.missed();
    }

    /** Who is online, and live in which room. */
    public Presence presence() {
        return useCases.presence();
    }

    /** How much is going on. */
    public ReadStats stats() {
        return useCases.stats();
    }

    /** Limits on requests, for protocols to apply. */
    public RequestLimits limits() {
        return useCases.limits();
    }

    /**
     * Opens a live session: from now on every change in the caller's rooms reaches {@code listener}, in order and once.
     *
     * @throws io.chatsphere.domain.error.ChatException.NotFound if there is no such user
     * @throws io.chatsphere.domain.error.ChatException.Unauthenticated if the caller's login has ended
     * @throws io.chatsphere.domain.error.ChatException.Unavailable if the store does not answer, or the chat is closed
     */
    public LiveSession connect(Caller caller, LiveListener listener) {
        return services.live().connect(caller, listener);
    }

    /** How many live sessions are open on this node. */
    public int sessions() {
        return services.live().sessions();
    }

    /** How many nodes share the store, this one included; 1 until it is known. */
    public int nodes() {
        return services.nodes().nodes();
    }

    /**
     * Whether other nodes share the store that the bus of this one does not reach: what happens there is seen here late, and
     * who is online there not at all.
     */
    public boolean isApart() {
        return services.nodes().isApart();
    }

    /** Ends all live sessions and their presence. What was handed to the builder stays open: whoever made it closes it. Idempotent. */
    @Override
    public void close() {
        services.close();
    }
}
