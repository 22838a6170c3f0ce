package io.chatsphere.application.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A mistake that is planted: in the source of a class a text, which must be there exactly once, is replaced by another.
 *
 * @param mistake says what goes wrong by it
 * @param source the file, from the module's folder
 */
record Mutant(String mistake, String source, Map<String, String> changes) {
    private static final String MAIN = "src/main/java/io/chatsphere/application/";
    private static final String TEST = "src/test/java/io/chatsphere/application/";

    /** A mistake in live delivery. */
    static Mutant of(String mistake, String type, String right, String wrong) {
        return inMain(mistake, "delivery/" + type, right, wrong);
    }

    static Mutant inMain(String mistake, String type, String right, String wrong) {
        return new Mutant(mistake, MAIN + type + ".java", Map.of(right, wrong));
    }

    static Mutant inTest(String mistake, String type, String right, String wrong) {
        return new Mutant(mistake, TEST + type + ".java", Map.of(right, wrong));
    }

    /** The same, with another change. */
    Mutant and(String right, String wrong) {
        Map<String, String> both = new LinkedHashMap<>(changes);
        both.put(right, wrong);
        return new Mutant(mistake, source, both);
    }

    /** The class, by its name. */
    String type() {
        return source.substring(source.indexOf("io/"), source.length() - ".java".length())
                .replace('/', '.');
    }

    /**
     * The source with the mistake in it.
     *
     * @throws IllegalStateException if the source changed, so that nobody knows any more what the mistake would be
     */
    String plantIn(String text) {
        String planted = text;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            int at = planted.indexOf(change.getKey());
            if (at < 0 || planted.indexOf(change.getKey(), at + 1) >= 0) {
                throw new IllegalStateException(type() + " does not hold this exactly once: " + change.getKey());
            }
            planted = planted.replace(change.getKey(), change.getValue());
        }
        return planted;
    }

    @Override
    public String toString() {
        return mistake;
    }
}
