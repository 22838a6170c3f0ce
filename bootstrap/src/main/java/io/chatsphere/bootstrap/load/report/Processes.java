package io.chatsphere.bootstrap.load.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes of this machine have used so far. */
public final class Processes {
    private static final String RESIDENT = "VmRSS:";

    private final Map<Long, Map<Long, Duration>> used = new HashMap<>();

    private Processes() {}

    /**
     * What a process used.
     *
     * @param cpuSeconds with its children that live
     * @param rssMib of the process itself; empty where the system does not tell
     * @param isAlive whether it is still there
     */
    public record Used(long pid, double cpuSeconds, Optional<Long> rssMib, boolean isAlive) {}

    /** As it is now. */
    public static Processes now(List<Long> pids) {
        Processes now = new Processes();
        for (long pid : pids) {
            Map<Long, Duration> family = new HashMap<>();
            ProcessHandle.of(pid)
                    .map(one -> Stream.concat(Stream.of(one), one.descendants()))
                    .orElseGet(Stream::empty)
                    .forEach(one -> one.info().totalCpuDuration().ifPresent(cpu -> family.put(one.pid(), cpu)));
            now.used.put(pid, family);
        }
        return now;
    }

    /** What was used since then. */
    public List<Used> since(Processes begin) {
        List<Used> all = new ArrayList<>();
        used.forEach((pid, family) -> {
            Map<Long, Duration> before = begin.used.getOrDefault(pid, Map.of());
            Duration cpu = Duration.ZERO;
            for (Map.Entry<Long, Duration> one : family.entrySet()) {
                cpu = cpu.plus(one.getValue()).minus(before.getOrDefault(one.getKey(), Duration.ZERO));
            }
            all.add(new Used(pid, cpu.toNanos() / 1e9, resident(pid), !family.isEmpty()));
        });
        return all;
    }

    /** Linux tells; other systems do not, and it is left out. */
    private static Optional<Long> resident(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
