package io.chatsphere.application.delivery;

import java.util.List;

/** Mistakes that would break a promise of delivery. Each is one that somebody could make. */
final class Mutants {
    static final List<Mutant> ALL = List.of(
            Mutant.of("skips the repair", "RoomFeed", "answer.ifPresent(this::repaired);", ""),
            Mutant.of(
                    "delivers before order",
                    "RoomFeed",
                    "if (!open || change.revision().isAfter(delivered.next())) {",
                    "if (!open) {"),
            Mutant.of(
                    "delivers a duplicate",
                    "RoomFeed",
                    "} else if (change.revision().isAfter(delivered)) {",
                    "} else {"),
            Mutant.of(
                    "treats a remote hole like a local one",
                    "RoomFeed",
                    " && origin == Origin.REMOTE",
                    " && origin == null"),
            Mutant.of("drops what is held without a repair", "RoomFeed", "int MAX_HELD = 256;", "int MAX_HELD = 1;")
                    .and("whenOpen(this::repair);", ""),
            Mutant.of(
                    "trusts a stretch behind which members changed",
                    "RoomFeed",
                    "if (stretch.membersAhead()) {",
                    "if (false) {"),
            Mutant.of("forgets a reference count", "RoomFeeds", "lane.followers++;", ""),
            Mutant.of(
                    "subscribes after it read the counter",
                    "RoomFeeds",
                    "this.following = bus.follow(room, this);",
                    "var late = new java.util.concurrent.atomic.AtomicReference<ChangeBus.Following>(() -> {});"
                            + "executor.execute(() -> executor.execute(() -> late.set(bus.follow(room, this))));"
                            + "this.following = () -> late.get().close();"),
            Mutant.of(
                    "reads who is a member before the counter",
                    "RoomFeeds",
                    "Revision head = storage.changes().heads(List.of(room)).get(room);\n"
                            + "            RoomAccess access = storage.rooms().findAccess(room).orElseThrow();",
                    "RoomAccess access = storage.rooms().findAccess(room).orElseThrow();\n"
                            + "            Revision head = storage.changes().heads(List.of(room)).get(room);"),
            Mutant.of("sweeps no rooms", "Sweep", "rooms.swept(read(delivered, changes::heads), delivered);", ""),
            Mutant.of("sweeps no users", "Sweep", "users.swept(read(complete, changes::userHeads), complete);", ""),
            Mutant.of("forgets the user stream", "UserFeeds", "turns.add(() -> feed.changed(change, origin));", ""),
            Mutant.of(
                    "ignores where a membership began",
                    "Arrival",
                    "this.cursor = joined;",
                    "this.cursor = Revision.ZERO;"),
            Mutant.of(
                    "resumes from before the membership", "Arrival", "greeted && !joined.isAfter(revision)", "greeted"),
            Mutant.of(
                    "resumes with a cursor of another store",
                    "Arrival",
                    "anywhere = usable.isEmpty();",
                    "anywhere = false;"),
            Mutant.of(
                    "resumes beyond the counter",
                    "Arrivals",
                    "            beyondCounter(arrival);",
                    "            arrival.setWithinCounter();"),
            Mutant.of(
                    "goes on over a restored store",
                    "StoreLife",
                    "if (!changes.epoch().equals(epoch)) {",
                    "if (false) {"),
            Mutant.of(
                    "seats before the cursor is what was delivered",
                    "Arrivals",
                    "arrival.startsAnywhere() || feed.delivered().equals(arrival.cursor())",
                    "arrival.startsAnywhere() || !feed.delivered().isAfter(arrival.cursor())"),
            Mutant.of(
                    "seats behind the cursor what was delivered",
                    "Arrivals",
                    "next.isAfter(cursor) && !feed.delivered().isAfter(cursor)",
                    "next.isAfter(cursor)"),
            Mutant.of(
                    "leaves a removal hidden by a compressed stretch",
                    "RoomCrowd",
                    ".forEach(this::removeEarlier);",
                    ".forEach(membership -> {});"),
            Mutant.of(
                    "delivers a removal to the removed",
                    "RoomCrowd",
                    "removeUser(membership.user(), membership.revision());",
                    ""),
            Mutant.of("keeps no list of members", "Members", "group.isEmpty() || group.get().contains(user)", "true"),
            Mutant.of(
                    "shows what is withheld, live", "Fanout", "? withheld : shown).get(i)", "? shown : shown).get(i)"),
            Mutant.of(
                    "shows what is withheld, resumed",
                    "Fanout",
                    "return room.historyVisibility() == HistoryVisibility.JOINED && step.isOfMessageUpTo(joined);",
                    "return false;"),
            Mutant.of(
                    "says too early that all is there",
                    "Arrivals",
                    "arrival.pause(resumed(arrival, false));",
                    "arrival.pause(resumed(arrival, true));"),
            Mutant.of(
                    "reads the next page before the listener has room",
                    "Pulls",
                    "listener.whenDrained(() -> waiting.remove().run());",
                    "waiting.remove().run();"),
            Mutant.of("reads two pages at a time", "Pulls", "if (pending.getAndIncrement() == 0) {", "{"),
            Mutant.of(
                    "ends no session with its login",
                    "UserFeed",
                    ".forEach(session -> session.end(EndReason.REVOKED));",
                    ";"),
            Mutant.inMain(
                    "stores a repeat again",
                    "memory/InMemoryMessageRepository",
                    "if (repeat.isPresent()) {",
                    "if (false) {"),
            Mutant.inMain(
                    "counts own messages as unread",
                    "memory/data/ConversationReader",
                    "own.compareTo(preferences().unreadFloor()) > 0 ? own",
                    "own.compareTo(preferences().unreadFloor()) > 0 ? Position.NONE"),
            Mutant.inTest(
                    "reads the counter after the rows",
                    "simulation/FlakyStore",
                    "return found;",
                    "return new RoomChanges("
                            + "found.changes(),"
                            + " found.complete() ? store.get().changes().since(room, after, 1_000).upTo() : found.upTo(),"
                            + " found.complete());"));

    private Mutants() {}
}
