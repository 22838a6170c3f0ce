package io.chatsphere.bootstrap.load.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Tells how far it is: one line that changes on a terminal, a line now and then elsewhere. Thread-safe. */
public final class Progress implements Consumer<String> {
    private static final long OFTEN = Duration.ofMillis(200).toNanos();
    private static final long SELDOM = Duration.ofSeconds(5).toNanos();
    private static final int WIDTH = 110;

    private final PrintWriter err;
    private final boolean isTerminal;
    private String phase = "";
    private long next = System.nanoTime();
    private boolean isLineOpen;

    private Progress(PrintWriter err, boolean isTerminal) {
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /** To the standard error of this process. */
    public static Progress of(PrintWriter err) {
        return new Progress(err, isTerminal());
    }

    /** What is done now; the words before a colon or a number name the phase, whose beginning is always told. */
    @Override
    public synchronized void accept(String text) {
        long now = System.nanoTime();
        String begun = text.replaceFirst("[:;\\d].*", "");
        if (begun.equals(phase) && now - next < 0) {
            return;
        }
        phase = begun;
        next = now + (isTerminal ? OFTEN : SELDOM);
        if (isTerminal) {
            String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
            err.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
            isLineOpen = true;
        } else {
            err.println(text);
        }
        err.flush();
    }

    /** Nothing more is told. */
    public synchronized void end() {
        if (isLineOpen) {
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            isLineOpen = false;
        }
        err.flush();
    }

    private static boolean isTerminal() {
        try {
            return Path.of("/proc/self/fd/2").toRealPath().startsWith("/dev/pts");
        } catch (IOException e) {
            return false;
        }
    }
}
