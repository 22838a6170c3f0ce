package io.chatsphere.bootstrap.config;

import java.io.Serial;
import java.util.List;

/** Settings that cannot be used; every fault is one sentence for people and holds no secret. */
public final class ConfigException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /**
     * With all that is wrong.
     *
     * @param faults sentences, at least one
     */
    public ConfigException(List<String> faults) {
        super("the settings have faults: " + faults);
        this.faults = List.copyOf(faults);
    }

    /** All faults, in the order in which the settings are read, never empty. */
    public List<String> faults() {
        return faults;
    }
}
