package io.chatsphere.bootstrap.load.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who sits where: all numbers count from 0. Users take the rooms' seats in turn, so that all are in equally many. */
public final class Layout {
    private final Shape shape;

    public Layout(Shape shape) {
        this.shape = shape;
    }

    /** Who writes where. */
    public record Seat(int connection, int room) {}

    /** Whose a connection is. */
    public int userOf(int connection) {
        return connection / shape.perUser();
    }

    /** The users of a room; no one twice. */
    public List<Integer> usersOf(int room) {
        long first = (long) room * shape.usersOfRoom();
        return IntStream.range(0, shape.usersOfRoom())
                .map(i -> (int) ((first + i) % shape.users()))
                .boxed()
                .toList();
    }

    /** The connections of a user. */
    public IntStream connectionsOf(int user) {
        int first = user * shape.perUser();
        return IntStream.range(first, Math.min(first + shape.perUser(), shape.connections()));
    }

    /** For each user the rooms that they are in. */
    public List<List<Integer>> roomsOfUsers() {
        List<List<Integer>> rooms = new ArrayList<>();
        for (int user = 0; user < shape.users(); user++) {
            rooms.add(new ArrayList<>());
        }
        for (int room = 0; room < shape.rooms(); room++) {
            for (int user : usersOf(room)) {
                rooms.get(user).add(room);
            }
        }
        return rooms;
    }

    /** Who sends, in the order in which they take turns: one of each room, then a second one of each, and so on. */
    public List<Seat> senders() {
        List<List<Integer>> connections = IntStream.range(0, shape.rooms())
                .mapToObj(room -> usersOf(room).stream()
                        .flatMap(user -> connectionsOf(user).boxed())
                        .toList())
                .toList();
        List<Seat> seats = new ArrayList<>();
        for (int turn = 0; seats.size() < shape.senders(); turn++) {
            for (int room = 0; room < shape.rooms() && seats.size() < shape.senders(); room++) {
                List<Integer> there = connections.get(room);
                seats.add(new Seat(there.get(turn % there.size()), room));
            }
        }
        return seats;
    }
}
