package io.chatsphere.application.simulation;

import io.chatsphere.domain.error.ChatException;
import java.util.Random;

/** How bad things are between the nodes and the store, and what others write there meanwhile. */
public final class Weather {
    private final Random random;
    private final Runnable others;
    private boolean calm = true;

    /** Calm at first; {@code others} write something. */
    public Weather(Random random, Runnable others) {
        this.random = random;
        this.others = others;
    }

    /** From now on the store is away at times, and others write. */
    public void worsen() {
        calm = false;
    }

    /** From now on the store answers always, and nobody writes. */
    public void calm() {
        calm = true;
    }

    /** Whether the store is away just now. */
    public boolean isBad() {
        return !calm && random.nextInt(12) == 0;
    }

    /** A node calls the store. */
    public void meanwhile() {
        if (isBad()) {
            throw new ChatException.Unavailable();
        }
        if (!calm && random.nextInt(12) == 0) {
            others.run();
        }
    }
}
