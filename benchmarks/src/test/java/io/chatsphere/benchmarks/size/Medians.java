package io.chatsphere.benchmarks.size;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what each operation cost with few and with many messages, and prints the medians and their ratio. */
final class Medians {
    private final Map<String, List<List<Double>>> samples = new LinkedHashMap<>();

    /** Notes one cost: {@code size} 0 with few messages, 1 with many. */
    void add(String operation, int size, double cost) {
        samples.computeIfAbsent(operation, name -> List.of(new ArrayList<>(), new ArrayList<>()))
                .get(size)
                .add(cost);
    }

    /** Prints a table in Markdown. */
    void print(String title, String unit) {
        System.out.printf("%n### %s%n%n| | few, %s | many, %s | ratio |%n|---|---|---|---|%n", title, unit, unit);
        samples.forEach((operation, sizes) -> {
            double few = median(sizes.get(0));
            double many = median(sizes.get(1));
            System.out.printf("| %s | %.1f | %.1f | %.2f |%n", operation, few, many, many / few);
        });
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
