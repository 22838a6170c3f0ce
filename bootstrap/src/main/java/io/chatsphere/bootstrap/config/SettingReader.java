package io.chatsphere.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads settings one by one and remembers every fault. What it returns for a faulty one only stands in until
 * {@link #finish}.
 */
final class SettingReader {
    private final Sources sources;
    private final List<String> faults = new ArrayList<>();

    SettingReader(Sources sources) {
        this.sources = sources;
    }

    /** What somebody set. */
    Optional<String> find(Setting setting) {
        return sources.find(setting);
    }

    /** What somebody set, or the default. */
    String text(Setting setting) {
        return find(setting).orElse(setting.fallback());
    }

    /** A whole number between these, both included. */
    int number(Setting setting, int least, int greatest) {
        String text = text(setting);
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= greatest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        fault(setting, "must be a whole number from " + least + " to " + greatest + ", and is \"" + text + "\".");
        return least;
    }

    /** One of these, without regard to case. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> type) {
        E[] choices = type.getEnumConstants();
        String text = text(setting);
        Optional<E> chosen = Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst();
        if (chosen.isEmpty()) {
            String names =
                    String.join(", ", Arrays.stream(choices).map(Enum::name).toList());
            fault(setting, "must be one of " + names.toLowerCase(Locale.ROOT) + ", and is \"" + text + "\".");
        }
        return chosen.orElse(choices[0]);
    }

    /** The setting, or what the file holds that {@code fileSetting} names. */
    Optional<String> secret(Setting setting, Setting fileSetting) {
        return find(setting).or(() -> find(fileSetting).flatMap(file -> content(fileSetting, file)));
    }

    private Optional<String> content(Setting setting, String file) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (!content.isEmpty()) {
                return Optional.of(content);
            }
            fault(setting, "names an empty file: " + file + ".");
        } catch (IOException | InvalidPathException e) {
            fault(setting, "names a file that cannot be read: " + file + ".");
        }
        return Optional.empty();
    }

    /** What {@code parse} makes of a text; the message of its {@link IllegalArgumentException} is the fault. */
    <T> Optional<T> parsed(Setting setting, String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException e) {
            fault(setting, "cannot be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Remembers a fault: the rest of a sentence that begins with the setting's name. */
    void fault(Setting setting, String rest) {
        faults.add(setting + " " + rest);
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException if there was any fault
     */
    void finish() {
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
    }
}
