package io.chatsphere.bootstrap.load.run;

import io.chatsphere.bootstrap.load.audit.Fault;
import io.chatsphere.bootstrap.load.audit.Lifeline;
import io.chatsphere.bootstrap.load.audit.RoomOrder;
import io.chatsphere.bootstrap.load.run.Counters.Event;
import io.chatsphere.bootstrap.load.wire.Frame;
import io.chatsphere.bootstrap.load.wire.Frames;
import io.chatsphere.bootstrap.load.wire.LiveLine;
import io.chatsphere.bootstrap.load.wire.User;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * One who takes part, over one line after the other: sends, follows its rooms, comes back and catches up. Thread-safe; nothing
 * blocks.
 */
final class Connection {
    private static final int SILENCES = 3;

    private final String name;
    private final Common common;
    private final IntConsumer answered;
    private final Reconnector reconnector;
    private final Outgoing outgoing = new Outgoing();
    private final Map<String, Lifeline> lifelines = new HashMap<>();
    private Optional<LiveLine> line = Optional.empty();
    private String epoch = "";
    private long silence = Long.MAX_VALUE;

    /**
     * The connection with this number.
     *
     * @param answered is told the numbers of its messages that are stored or refused
     */
    Connection(int number, User user, Common common, IntConsumer answered) {
        this.name = "connection " + number;
        this.common = common;
        this.answered = answered;
        this.reconnector = new Reconnector(number, user, common, this);
    }

    boolean isUp() {
        return reconnector.isUp();
    }

    Reconnector reconnector() {
        return reconnector;
    }

    /** It is going to follow a room. */
    synchronized void enter(RoomOrder room) {
        lifelines.put(room.name(), new Lifeline(name, room, common.findings()));
    }

    /** Asks to be in those of its rooms that it has not heard of yet. */
    synchronized void join() {
        lifelines.forEach((room, life) -> {
            if (!life.isBegun()) {
                line.ifPresent(open -> open.send(Frames.joinRoom(room)));
            }
        });
    }

    /** Whether it is in all of its rooms. */
    synchronized boolean isInside() {
        return lifelines.values().stream().allMatch(Lifeline::isBegun);
    }

    /** Sends a message, as soon as there is a line. */
    synchronized void write(int number, String room) {
        long now = System.nanoTime();
        outgoing.add(number, room, now);
        line.ifPresent(open -> outgoing.pass(number, now, over(open)));
    }

    /** Whether it is there and has an answer to all that it asked. */
    synchronized boolean isAtRest() {
        return reconnector.isEnded()
                || (line.isPresent()
                        && outgoing.isEmpty()
                        && lifelines.values().stream().noneMatch(Lifeline::isCatchingUp));
    }

    /** What it was told of its rooms; to be read when nothing comes any more. */
    synchronized Collection<Lifeline> lifelines() {
        return List.copyOf(lifelines.values());
    }

    /** What it was told of a room. */
    synchronized Optional<Lifeline> lifeline(String room) {
        return Optional.ofNullable(lifelines.get(room));
    }

    /** From time to time: sends again what was not answered, and gives up a line that is silent. */
    synchronized void tick(long now) {
        line.ifPresent(open -> {
            if (now - open.heard() > silence) {
                common.counters().add(Event.SILENT);
                reconnector.cut(true, Duration.ZERO);
                return;
            }
            outgoing.due(now, over(open));
        });
    }

    /** There is a line, on which everything begins anew. */
    synchronized void up(LiveLine open, Frame welcome) {
        long now = System.nanoTime();
        line = Optional.of(open);
        silence = welcome.heartbeatSeconds() > 0
                ? Duration.ofSeconds((long) SILENCES * welcome.heartbeatSeconds())
                        .toNanos()
                : Long.MAX_VALUE;
        lifelines.values().forEach(Lifeline::reconnected);
        resume(open);
        epoch = welcome.epoch();
        outgoing.allDue(now);
        outgoing.due(now, over(open));
    }

    synchronized void down() {
        line = Optional.empty();
    }

    synchronized void message(Frame frame) {
        long now = System.nanoTime();
        Lifeline life = lifelines.get(frame.chatId());
        if (life == null || !life.isBegun()) {
            common.counters().add(Event.ELSEWHERE);
            return;
        }
        Lifeline.Taken taken = life.message(
                frame.revision(),
                frame.prev(),
                frame.position(),
                frame.id(),
                frame.number(),
                frame.isIntact() || frame.number() < 0);
        if (taken == Lifeline.Taken.APPLIED) {
            common.counters().add(Event.DELIVERED);
            if (common.ledger().knows(frame.number())) {
                common.latencies().delivered(common.ledger().due(frame.number()), now);
            }
        }
    }

    synchronized void change(Frame frame) {
        lifeline(frame.chatId()).ifPresent(life -> life.change(frame.revision(), frame.prev()));
    }

    synchronized void acknowledged(Frame frame) {
        int number = frame.number();
        if (!common.ledger().knows(number)) {
            return;
        }
        Optional<String> room = outgoing.remove(number);
        boolean isFirst = common.ledger().acknowledge(number, frame.position(), frame.id());
        if (isFirst && !room.equals(Optional.of(frame.chatId()))) {
            common.findings()
                    .add(
                            Fault.WRONG_ACKNOWLEDGEMENT,
                            name + " got the acknowledgement of message " + number + " in " + frame.chatId());
        }
        if (isFirst) {
            long now = System.nanoTime();
            common.counters().add(Event.ACKNOWLEDGED);
            common.latencies().acknowledged(common.ledger().due(number), now);
            line.ifPresent(open -> outgoing.released(now, over(open)));
            answered.accept(number);
        }
    }

    synchronized void roomAdded(Frame frame) {
        lifeline(frame.chatId())
                .filter(life -> !life.isBegun())
                .ifPresent(life -> life.begin(frame.revision(), frame.lastPosition()));
    }

    synchronized void resumed(Frame frame) {
        lifeline(frame.chatId())
                .filter(life -> life.resumed(frame.revision(), frame.isComplete(), frame.isReset()))
                .ifPresent(more -> line.ifPresent(open ->
                        Frames.resume(epoch, Map.of(frame.chatId(), more.ask())).forEach(open::send)));
    }

    synchronized void refused(Frame frame) {
        common.counters().error(frame.error());
        Duration pause = Duration.ofSeconds(Math.max(1, frame.after()));
        boolean isForNow = switch (frame.error()) {
            case "rate.limited", "service.unavailable", "internal" -> true;
            default -> false;
        };
        if (frame.number() >= 0 && isForNow) {
            long later = System.nanoTime() + pause.toNanos();
            outgoing.later(frame.number(), later);
            outgoing.slowDown(later);
        } else if (frame.number() >= 0) {
            outgoing.remove(frame.number());
            common.ledger().refuse(frame.number());
            answered.accept(frame.number());
        } else if (frame.requestType().equals("resume") && isForNow) {
            // Which rooms were served is not said; a new line begins with all of them.
            reconnector.cut(true, pause);
        }
    }

    private void resume(LiveLine open) {
        Map<String, Long> cursors = new TreeMap<>();
        lifelines.forEach((room, life) -> {
            if (life.isBegun()) {
                cursors.put(room, life.ask());
            }
        });
        Frames.resume(epoch, cursors).forEach(open::send);
    }

    private Outgoing.Send over(LiveLine open) {
        return (number, room, again) -> {
            if (again) {
                common.counters().add(Event.SENT_AGAIN);
            }
            open.send(Frames.sendMessage(
                    room, common.texts().clientId(number), common.texts().text(number)));
        };
    }
}
