package io.chatsphere.application.simulation;

import io.chatsphere.application.memory.InMemoryStore;
import io.chatsphere.domain.Storage;
import io.chatsphere.domain.delivery.Epoch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The one store of all nodes and what was committed to it. Acts are kept, so that an older state can be made again. */
public final class World {
    /** The time of day, which stands still. */
    public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final boolean TOLD = Boolean.getBoolean("simulation.tell");

    private final List<BiFunction<Storage, Ledger, ?>> journal = new ArrayList<>();
    private Storage store = new InMemoryStore().storage();
    private Ledger ledger = new Ledger();

    /** The store as it is now, which is always there and never slow. */
    public Storage store() {
        return store;
    }

    /** What was committed in this life of the store. */
    public Ledger ledger() {
        return ledger;
    }

    /** Names this life of the store. */
    public Epoch epoch() {
        return store.changes().epoch();
    }

    /** How many acts have made the store what it is. */
    public int acts() {
        return journal.size();
    }

    /** Tells what happens to whoever replays a seed. */
    public void tell(Supplier<String> what) {
        if (TOLD) {
            System.out.println(what.get());
        }
    }

    /** Writes. An act must write the same whenever it is run on the same state, and nothing if it throws. */
    public <T> T commit(BiFunction<Storage, Ledger, T> act) {
        T answer = act.apply(store, ledger);
        journal.add(act);
        tell(() -> "written: " + ledger.news());
        return answer;
    }

    /** The store becomes another one, with what the first {@code acts} acts wrote. */
    public void restore(int acts) {
        List<BiFunction<Storage, Ledger, ?>> kept = List.copyOf(journal.subList(0, acts));
        journal.clear();
        tell(() -> "the store is restored");
        store = new InMemoryStore().storage();
        ledger = new Ledger();
        kept.forEach(this::commit);
    }
}
