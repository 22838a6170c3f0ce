package io.chatsphere.bootstrap.process.cluster;

import io.chatsphere.bootstrap.process.Person;
import io.chatsphere.bootstrap.process.cluster.client.Chat;
import io.chatsphere.bootstrap.process.cluster.client.Follower;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What participants do, drawn by chance: mostly they talk. */
final class Habits {
    private static final int ON_THEIR_WAY = 8;
    private static final Chat CROWD = new Chat("room", "general");

    private final World world;

    Habits(World world) {
        this.world = world;
    }

    /** Does one thing. */
    void act(Participant participant, Random random) {
        int drawn = random.nextInt(1000);
        if (drawn < 800) {
            say(participant.follower(), random);
        } else if (drawn < 880) {
            revise(participant.follower(), random);
        } else if (drawn < 930) {
            pick(participant.follower(), random)
                    .ifPresent(chat -> participant.follower().send("mark_read", chat.fields()));
        } else if (drawn < 950) {
            speakTo(participant, random);
        } else if (drawn < 970) {
            visit(participant, random);
        } else if (drawn < 996) {
            govern(participant, random);
        } else {
            participant.drop();
        }
    }

    private static void say(Follower follower, Random random) {
        if (follower.waiting() < ON_THEIR_WAY) {
            pick(follower, random).ifPresent(follower::say);
        }
    }

    /** What is said to everybody costs most, so it is said less often. */
    private static Optional<Chat> pick(Follower follower, Random random) {
        List<Chat> chats = List.copyOf(follower.cursors().keySet());
        Optional<Chat> first = one(chats, random);
        return first.filter(CROWD::equals).isPresent() ? one(chats, random) : first;
    }

    private static void revise(Follower follower, Random random) {
        one(follower.ownMessages(), random).ifPresent(id -> {
            if (random.nextInt(3) == 0) {
                follower.send("delete_message", Map.of("message_id", id));
            } else {
                follower.send("edit_message", Map.of("message_id", id, "content", "again " + random.nextInt(1000)));
            }
        });
    }

    private void speakTo(Participant participant, Random random) {
        Person other = anybody(random);
        if (!other.id().equals(participant.person().id())) {
            participant.follower().say(new Chat("private", other.id()));
        }
    }

    private void visit(Participant participant, Random random) {
        String room = world.rooms().get(random.nextInt(world.rooms().size()));
        if (participant.follower().cursors().containsKey(new Chat("room", room))) {
            participant.ask("POST", "/rooms/" + room + "/leave", Map.of());
        } else {
            participant.follower().send("join_room", Map.of("room_id", room));
        }
    }

    /** Those who own groups let people in and put them out, others leave at times. */
    private void govern(Participant participant, Random random) {
        Optional<World.Group> own = one(world.groupsOf(participant.person()), random);
        if (own.isPresent()) {
            govern(participant, "/groups/" + own.get().id(), random);
        } else if (random.nextInt(4) == 0) {
            List<Chat> groups = participant.follower().cursors().keySet().stream()
                    .filter(chat -> chat.type().equals("group"))
                    .toList();
            one(groups, random).ifPresent(chat -> participant.ask("POST", "/groups/" + chat.id() + "/leave", Map.of()));
        }
    }

    private void govern(Participant owner, String group, Random random) {
        String somebody = anybody(random).id();
        switch (random.nextInt(5)) {
            case 0, 1 -> owner.ask("POST", group + "/members", Map.of("user_id", somebody));
            case 2, 3 -> owner.remove(group + "/members/" + somebody);
            default -> owner.ask("PATCH", group, Map.of("name", "circle " + random.nextInt(1000)));
        }
    }

    private Person anybody(Random random) {
        return world.people().get(random.nextInt(world.people().size()));
    }

    private static <T> Optional<T> one(List<T> many, Random random) {
        return many.isEmpty() ? Optional.empty() : Optional.of(many.get(random.nextInt(many.size())));
    }
}
