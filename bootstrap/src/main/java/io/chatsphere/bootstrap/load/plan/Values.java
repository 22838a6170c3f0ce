package io.chatsphere.bootstrap.load.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values that were typed, and writes down what is wrong with them; then the least value allowed stands for them. */
final class Values {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L);

    private final List<String> faults;

    Values(List<String> faults) {
        this.faults = faults;
    }

    int whole(String flag, String value, int least, int most) {
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        faults.add(flag + " must be a whole number from " + least + " to " + most + ", and is \"" + value + "\".");
        return least;
    }

    double number(String flag, String value, double least, int most) {
        if (value.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        String from = BigDecimal.valueOf(least).stripTrailingZeros().toPlainString();
        faults.add(flag + " must be a number from " + from + " to " + most + ", and is \"" + value + "\".");
        return least;
    }

    Duration time(String flag, String value, Duration least, Duration most) {
        Matcher matcher = TIME.matcher(value);
        if (matcher.matches()) {
            String unit = matcher.group(2) == null ? "s" : matcher.group(2);
            Duration time = Duration.ofMillis(Long.parseLong(matcher.group(1)) * MILLIS.getOrDefault(unit, 0L));
            if (time.compareTo(least) >= 0 && time.compareTo(most) <= 0) {
                return time;
            }
        }
        faults.add(flag + " must be a time from " + least.toSeconds() + "s to " + most.toHours()
                + "h, such as 500ms, 10s or 2m, and is \"" + value + "\".");
        return least;
    }
}
