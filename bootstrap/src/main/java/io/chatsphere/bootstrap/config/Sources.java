package io.chatsphere.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from: a flag goes before an environment variable, and that before the file {@code .env}. A blank value
 * counts as none. Not printable: some are secrets.
 *
 * @param environment by the names of the variables
 * @param dotEnv likewise
 */
public record Sources(Map<Setting, String> flags, Map<String, String> environment, Map<String, String> dotEnv) {
    public Sources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
        dotEnv = Map.copyOf(dotEnv);
    }

    /** Without a file. */
    public Sources(Map<Setting, String> flags, Map<String, String> environment) {
        this(flags, environment, Map.of());
    }

    /** What somebody set. */
    Optional<String> find(Setting setting) {
        return given(flags, setting)
                .or(() -> given(environment, setting.name()))
                .or(() -> given(dotEnv, setting.name()));
    }

    private static <K> Optional<String> given(Map<K, String> from, K name) {
        return Optional.ofNullable(from.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Sources[hidden]";
    }
}
