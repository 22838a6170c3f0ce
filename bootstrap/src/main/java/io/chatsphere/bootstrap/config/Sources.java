package io.chatsphere.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/**
 * Where settings come from: a flag goes before an environment variable. A blank value counts as none. Not printable: some
 * are secrets.
 *
 * @param environment by the names of the variables
 */
public record Sources(Map<Setting, String> flags, Map<String, String> environment) {
    public Sources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
    }

    /** What somebody set. */
    Optional<String> find(Setting setting) {
        return Optional.ofNullable(flags.get(setting))
                .or(() -> Optional.ofNullable(environment.get(setting.name())))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        return "Sources[hidden]";
    }
}
