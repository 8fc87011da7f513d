package io.databourse.web.statement;

import com.vaadin.flow.router.Location;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;

/// Reads what is selected out of addresses; what cannot be read selects nothing.
final class StatementQuery {
    private StatementQuery() {}

    static Optional<YearMonth> month(Location location, String name) {
        return read(location, name, YearMonth::parse);
    }

    static Optional<LocalDate> day(Location location, String name) {
        return read(location, name, LocalDate::parse);
    }

    static <T> Optional<T> read(Location location, String name, Function<String, T> parse) {
        try {
            return location.getQueryParameters().getSingleParameter(name).map(parse);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
