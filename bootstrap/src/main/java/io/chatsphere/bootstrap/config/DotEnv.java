package io.chatsphere.bootstrap.config;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the file {@code .env}: a line {@code NAME=value} for each variable. */
public final class DotEnv {
    private static final String NAME = ".env";

    private DotEnv() {}

    /**
     * The variables in the folder's {@code .env}; none if there is no such file. Of a name that is there twice the last counts.
     *
     * @throws ConfigException if the file cannot be read
     */
    public static Map<String, String> read(Path folder) {
        if (!Files.exists(folder.resolve(NAME))) {
            return Map.of();
        }
        try {
            return Dotenv.configure()
                    .directory(folder.toString())
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
                    .stream()
                    .collect(Collectors.toMap(
                            DotenvEntry::getKey, entry -> unquoted(entry.getValue()), (first, last) -> last));
        } catch (DotenvException e) {
            // What the library says may hold a line of the file, and with it a secret.
            throw new ConfigException(List.of("The file .env cannot be read: each line is NAME=value or a # comment."));
        }
    }

    /** The library takes double quotes away; a shell takes single ones too. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
