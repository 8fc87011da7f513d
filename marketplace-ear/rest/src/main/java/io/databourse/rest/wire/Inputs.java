package io.databourse.rest.wire;

import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the parts of a request that are not JSON.
public final class Inputs {
    private Inputs() {}

    /// A whole number of the query, at least `least`.
    public static long number(String name, String text, long least) {
        if (text.matches("\\d{1,18}") && Long.parseLong(text) >= least) {
            return Long.parseLong(text);
        }
        throw invalid("/" + name, "is not a whole number that is taken here", "at least " + least);
    }

    /// A month such as `2026-11`.
    public static YearMonth month(String name, String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid("/" + name, "is not a month", "such as 2026-11");
        }
    }

    /// A day such as `2026-11-21`.
    public static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw invalid("/" + name, "is not a day", "such as 2026-11-21");
        }
    }

    /// A moment such as `2026-11-21T08:00:00Z`, which has to be there.
    public static Instant instant(String name, @Nullable String text) {
        try {
            return Instant.parse(Objects.requireNonNullElse(text, ""));
        } catch (DateTimeParseException e) {
            throw invalid("/" + name, "is not a moment", "such as 2026-11-21T08:00:00Z");
        }
    }

    public static Refusal invalid(String pointer, String problem, String allowed) {
        return Refusal.invalid(List.of(new FieldError(pointer, problem, allowed)));
    }
}
