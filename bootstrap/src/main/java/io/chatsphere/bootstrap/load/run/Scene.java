package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.Findings;
import io.chatsphere.bootstrap.load.audit.RoomOrder;
import io.chatsphere.bootstrap.load.plan.Layout;
import io.chatsphere.bootstrap.load.plan.LoadPlan;
import io.chatsphere.bootstrap.load.wire.MessageText;
import io.chatsphere.bootstrap.load.wire.User;
import java.util.List;
import java.util.stream.IntStream;

/** Who and what a run is about; users and rooms by their numbers in the plan's {@link Layout}. */
public record Scene(LoadPlan plan, MessageText texts, List<User> users, List<RoomOrder> rooms, Findings findings) {
    public Scene {
        users = List.copyOf(users);
        rooms = List.copyOf(rooms);
    }

    /**
     * A new run.
     *
     * @param name what no other run is called
     */
    public static Scene of(LoadPlan plan, String name, List<User> users) {
        List<RoomOrder> rooms = IntStream.rangeClosed(1, plan.shape().rooms())
                .mapToObj(i -> new RoomOrder("load-" + name + "-" + i))
                .toList();
        return new Scene(plan, new MessageText(name, plan.size()), users, rooms, new Findings());
    }

    /** Who sits where. */
    public Layout layout() {
        return new Layout(plan.shape());
    }

    /** The users of a room. */
    public List<User> usersOf(int room) {
        return layout().usersOf(room).stream().map(users::get).toList();
    }

    /** The rooms' names on the wire. */
    public List<String> roomNames() {
        return rooms.stream().map(RoomOrder::name).toList();
    }
}
