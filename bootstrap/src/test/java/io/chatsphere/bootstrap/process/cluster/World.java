package io.chatsphere.bootstrap.process.cluster;

import io.chatsphere.bootstrap.process.Person;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** The people of a run and the rooms that they share. Thread-safe. */
final class World {
    private static final int PUBLIC_ROOMS = 6;

    private final List<Person> people;
    private final List<String> rooms =
            IntStream.range(0, PUBLIC_ROOMS).mapToObj(i -> "hall-" + i).toList();
    private final Queue<Group> groups = new ConcurrentLinkedQueue<>();

    World(List<Person> people) {
        this.people = List.copyOf(people);
    }

    /** A group and who made it. */
    record Group(String id, Person owner) {}

    List<Person> people() {
        return people;
    }

    /** The names of public rooms that may be left. */
    List<String> rooms() {
        return rooms;
    }

    void add(Group group) {
        groups.add(group);
    }

    List<Group> groupsOf(Person owner) {
        return groups.stream()
                .filter(group -> group.owner().id().equals(owner.id()))
                .toList();
    }
}
