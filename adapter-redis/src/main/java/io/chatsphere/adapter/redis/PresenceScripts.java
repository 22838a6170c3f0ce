package io.chatsphere.adapter.redis;

import static io.chatsphere.adapter.redis.Script.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Runs the scripts of presence. Thread-safe. */
final class PresenceScripts {
    private static final Script WRITE = Script.load("presence-write.lua");
    private static final Script READ = Script.load("presence-read.lua");
    private static final List<byte[]> KEYS = List.of(bytes("chatsphere:presence:"));

    private final RedisCommands commands;
    private final ServerTime time;

    PresenceScripts(RedisCommands commands, LongSupplier nanoTime) {
        this.commands = commands;
        this.time = new ServerTime(nanoTime);
    }

    /** Renews a lease, whenever it gets there: that does no harm. */
    Object renew(byte[]... arguments) {
        List<?> answer = (List<?>) run(WRITE, "renew", Long.MAX_VALUE, arguments);
        time.is((Long) answer.getLast());
        return answer.getFirst();
    }

    /** Writes, unless it gets there too late. Null where the script has nothing to say. */
    Object write(String operation, byte[]... arguments) {
        return run(WRITE, operation, time.latest(), arguments);
    }

    Object read(String operation, byte[]... arguments) {
        return run(READ, operation, Long.MAX_VALUE, arguments);
    }

    private Object run(Script script, String operation, long latest, byte[]... arguments) {
        List<byte[]> all = new ArrayList<>(List.of(bytes(operation), bytes(latest)));
        all.addAll(List.of(arguments));
        return commands.run(jedis -> script.run(jedis, KEYS, all));
    }
}
