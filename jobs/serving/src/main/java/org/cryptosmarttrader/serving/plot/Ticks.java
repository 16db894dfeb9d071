package org.cryptosmarttrader.serving.plot;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where an axis is marked, and with what. */
final class Ticks {

    /** A mark on an axis. */
    record Tick(double value, String label) {}

    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int[] HOURS = {1, 2, 3, 6, 12};
    private static final int[] DAYS = {1, 2, 7, 14};
    private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120};
    private static final double DAYS_OF_A_MONTH = 30.44;
    private static final double HOUR_MILLIS = 3_600_000;
    private static final double DAY_MILLIS = 24 * HOUR_MILLIS;

    private Ticks() {}

    /** The distance of 1, 2 or 5 times a power of ten that marks a span at most so many times. */
    static double step(double span, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        for (double step : STEPS) {
            if (span / (step * power) <= most) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** Round numbers within a span. */
    static List<Tick> numbers(double from, double until, int most) {
        double step = step(until - from, most);
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= until + step * 1e-9; i++) {
            ticks.add(new Tick(i * step, label(i, step)));
        }
        return ticks;
    }

    private static String label(long count, double step) {
        BigDecimal value = BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(count));
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** UTC hours within two days, else days, or firsts of months, within a span of epoch milliseconds. */
    static List<Tick> times(double from, double until, int most) {
        if (until - from < 2 * DAY_MILLIS) {
            return hourly(from, until, most);
        }
        LocalDate first = date(from);
        long days = date(until).toEpochDay() - first.toEpochDay() + 1;
        for (int step : DAYS) {
            if (days <= (long) step * most) {
                return daily(first, from, until, step);
            }
        }
        for (int step : MONTHS) {
            if (days <= step * DAYS_OF_A_MONTH * most) {
                return monthly(first, from, until, step);
            }
        }
        return monthly(first, from, until, MONTHS[MONTHS.length - 1]);
    }

    private static List<Tick> hourly(double from, double until, int most) {
        int step = IntStream.of(HOURS)
                .filter(hours -> (until - from) / (hours * HOUR_MILLIS) <= most)
                .findFirst()
                .orElse(HOURS[HOURS.length - 1]);
        List<Tick> ticks = new ArrayList<>();
        for (LocalDateTime hour = date(from).atStartOfDay(); millis(hour) <= until; hour = hour.plusHours(step)) {
            if (millis(hour) >= from) {
                ticks.add(new Tick(
                        millis(hour),
                        hour.toString().substring("2021-".length()).replace('T', ' ')));
            }
        }
        return ticks;
    }

    private static List<Tick> daily(LocalDate first, double from, double until, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = first; millis(day) <= until; day = day.plusDays(step)) {
            if (millis(day) >= from) {
                ticks.add(new Tick(millis(day), day.toString().substring("2021-".length())));
            }
        }
        return ticks;
    }

    private static List<Tick> monthly(LocalDate first, double from, double until, int step) {
        List<Tick> ticks = new ArrayList<>();
        int month = (first.getMonthValue() - 1) / Math.min(step, 12) * Math.min(step, 12) + 1;
        for (LocalDate day = LocalDate.of(first.getYear(), month, 1);
                millis(day) <= until;
                day = day.plusMonths(step)) {
            if (millis(day) >= from) {
                ticks.add(new Tick(millis(day), day.toString().substring(0, "2021-03".length())));
            }
        }
        return ticks;
    }

    private static LocalDate date(double millis) {
        return Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static double millis(LocalDate day) {
        return millis(day.atStartOfDay());
    }

    private static double millis(LocalDateTime hour) {
        return hour.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
