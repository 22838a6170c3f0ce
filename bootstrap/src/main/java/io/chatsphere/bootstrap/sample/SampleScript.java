package io.chatsphere.bootstrap.sample;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What there is to be: users, rooms and groups, and who says what, the oldest talk first. Users are named by username. */
record SampleScript(List<Person> users, List<PublicRoom> rooms, List<Group> groups, List<Talk> talks) {
    /** A user; {@code bio} may be null. */
    record Person(String username, String displayName, String bio) {}

    /** A public room. */
    record PublicRoom(String id, String name, String description, String owner) {}

    /** A group; its name is unique in the script. */
    record Group(String name, String description, String owner, List<String> members) {}

    /**
     * A talk.
     *
     * @param id names its messages, so that they are stored once
     * @param chat a room's id, a group's name, or who the first speaker talks to
     * @param readBy who has read all of it
     * @param lines who, and what
     */
    record Talk(String id, String chatType, String chat, int hoursAgo, List<String> readBy, List<List<String>> lines) {}

    static SampleScript load() {
        try (InputStream in = SampleScript.class.getResourceAsStream("sample-data.json")) {
            return JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build()
                    .readValue(in, SampleScript.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
