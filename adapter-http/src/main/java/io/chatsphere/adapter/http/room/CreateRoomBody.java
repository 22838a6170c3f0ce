package io.chatsphere.adapter.http.room;

import io.chatsphere.adapter.http.web.Fields;
import io.chatsphere.application.login.Caller;
import io.chatsphere.application.room.CreateGroup;
import io.chatsphere.application.room.CreateRoom;
import io.chatsphere.domain.error.ChatException;
import io.chatsphere.domain.error.ErrorCode;
import io.chatsphere.domain.id.UserId;
import io.chatsphere.domain.room.RoomDetails;
import io.chatsphere.domain.room.Slug;
import io.chatsphere.domain.user.AvatarUrl;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a new room is made of.
 *
 * @param id the slug of a public room; the server chooses one when there is none
 * @param isPublic whether everybody may read and join it; a group is not
 * @param memberIds who is in a group from the start
 */
record CreateRoomBody(
        Optional<String> id,
        Optional<String> name,
        Optional<String> description,
        Optional<String> avatarUrl,
        Optional<Integer> maxMembers,
        Optional<Boolean> isPublic,
        Optional<List<String>> memberIds) {
    private static final int MAX_MEMBERS = 100;

    CreateRoom.Command publicRoom(Caller caller) {
        Fields fields = new Fields();
        Optional<Slug> slug = fields.optional(id, Slug::new);
        Optional<RoomDetails> details = details(fields);
        fields.refuse("member_ids", memberIds);
        fields.check();
        return new CreateRoom.Command(caller, slug, details.orElseThrow());
    }

    CreateGroup.Command group(Caller caller) {
        Fields fields = new Fields();
        fields.refuse("id", id);
        Optional<RoomDetails> details = details(fields);
        Optional<List<UserId>> members = fields.optional(memberIds, CreateRoomBody::members);
        fields.refuse("is_public", isPublic.filter(asked -> asked));
        fields.check();
        return new CreateGroup.Command(caller, details.orElseThrow(), members.orElse(List.of()));
    }

    private Optional<RoomDetails> details(Fields fields) {
        Optional<String> title = fields.required("name", name, Details::name);
        Optional<String> text = fields.optional(description, Details::description);
        Optional<AvatarUrl> avatar = fields.optional(avatarUrl, AvatarUrl::new);
        OptionalInt greatest = fields.optional(maxMembers, Details::maxMembers).orElse(OptionalInt.empty());
        return title.flatMap(it -> fields.optional(Optional.of(it), ok -> new RoomDetails(ok, text, avatar, greatest)));
    }

    private static List<UserId> members(List<String> ids) {
        if (ids.size() > MAX_MEMBERS) {
            throw new ChatException.Invalid(ErrorCode.TOO_MANY_MEMBERS, "member_ids", (long) MAX_MEMBERS);
        }
        return ids.stream().map(CreateRoomBody::member).toList();
    }

    /** @param id from within a list, where JSON may say {@code null} */
    private static UserId member(String id) {
        return UserId.parse(
                Optional.ofNullable(id)
                        .orElseThrow(() -> new ChatException.Invalid(ErrorCode.WRONG_TYPE, "member_ids")),
                "member_ids");
    }
}
