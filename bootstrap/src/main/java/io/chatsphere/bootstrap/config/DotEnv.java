package io.chatsphere.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the file {@code .env}: a line {@code NAME=value} for each variable, the value in quotes or without. What follows white
 * space and {@code #} is a comment; a {@code #} within a value is none, since a password may hold one.
 */
public final class DotEnv {
    private static final String NAME = ".env";
    /** Some editors begin a file with it. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Pattern NOTHING = Pattern.compile("\\s*(#.*)?");
    private static final Pattern VARIABLE = Pattern.compile("\\s*(?:export\\s+)?([\\w.-]+)\\s*=(.*)");
    private static final Pattern QUOTED = Pattern.compile("\\s*(['\"])(.*?)\\1\\s*(?:(?<=\\s)#.*)?");
    private static final Pattern PLAIN = Pattern.compile("\\s*((?!['\"\\s]).*?)?\\s*(?:(?<=\\s)#.*)?");

    private DotEnv() {}

    /**
     * The variables in the folder's {@code .env}; none if there is no such file. Of a name that is there twice the last counts.
     *
     * @throws ConfigException if the file cannot be read
     */
    public static Map<String, String> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (Files.notExists(file) || Files.isDirectory(file)) {
            return Map.of();
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new ConfigException(List.of("The file .env cannot be read; it must be text in UTF-8."));
        }
    }

    private static Map<String, String> parse(List<String> lines) {
        Map<String, String> variables = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 && lines.get(i).startsWith(BYTE_ORDER_MARK)
                    ? lines.get(i).substring(1)
                    : lines.get(i);
            if (!NOTHING.matcher(line).matches() && !put(line, variables)) {
                // The line itself may hold a secret.
                faults.add("Line " + (i + 1) + " of the file .env is neither NAME=value nor a # comment.");
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return variables;
    }

    private static boolean put(String line, Map<String, String> variables) {
        Matcher variable = VARIABLE.matcher(line);
        if (!variable.matches()) {
            return false;
        }
        Matcher quoted = QUOTED.matcher(variable.group(2));
        Matcher plain = PLAIN.matcher(variable.group(2));
        if (quoted.matches()) {
            variables.put(variable.group(1), quoted.group(2));
        } else if (plain.matches()) {
            variables.put(variable.group(1), plain.group(1) == null ? "" : plain.group(1));
        } else {
            return false;
        }
        return true;
    }
}
