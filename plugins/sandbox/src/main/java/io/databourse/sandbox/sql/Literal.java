package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// A value that stands in a query, already checked: `text` is its only spelling.
record Literal(Type type, String text) {
    private static final int LONGEST = 1_000;
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /// The value of a text as a type; empty where it is none.
    static Optional<Literal> of(Type type, String text) {
        try {
            return text.length() > LONGEST || text.indexOf('\0') >= 0
                    ? Optional.empty()
                    : Optional.of(new Literal(type, spelling(type, text)));
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static String spelling(Type type, String text) {
        return switch (type) {
            case TEXT -> text;
            case INTEGER -> Long.toString(number(text).longValueExact());
            case DECIMAL, DOUBLE -> number(text).toPlainString();
            case DATE -> LocalDate.parse(text).toString();
            case TIMESTAMP ->
                    LocalDateTime.parse(text.replace('T', ' '), TIMESTAMP).format(TIMESTAMP);
            case BOOLEAN -> truth(text);
        };
    }

    private static BigDecimal number(String text) {
        var number = new BigDecimal(text);
        if (number.precision() > 30 || Math.abs((long) number.scale()) > 18) {
            throw new NumberFormatException("too many digits");
        }
        return number;
    }

    private static String truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> "TRUE";
            case "false" -> "FALSE";
            default -> throw new NumberFormatException("neither true nor false");
        };
    }

    BigDecimal asNumber() {
        return new BigDecimal(text);
    }
}
