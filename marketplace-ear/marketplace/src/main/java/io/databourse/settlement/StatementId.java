package io.databourse.settlement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/// Names a statement, by its month and its party: there is one of each.
public record StatementId(@JsonValue String value) {
    private static final String PREFIX = "stm_";

    @JsonCreator
    public StatementId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a StatementId: " + value);
        }
    }

    public static StatementId of(YearMonth period, String party) {
        return new StatementId(
                PREFIX + period.format(DateTimeFormatter.ofPattern("yyyyMM")) + "_" + party);
    }

    @Override
    public String toString() {
        return value;
    }
}
