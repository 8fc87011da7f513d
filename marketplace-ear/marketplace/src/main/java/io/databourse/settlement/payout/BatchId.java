package io.databourse.settlement.payout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.databourse.money.CurrencyCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Names a settlement batch, by its day and currency: there is one of each.
public record BatchId(@JsonValue String value) {
    private static final String PREFIX = "stb_";

    @JsonCreator
    public BatchId {
        if (!value.startsWith(PREFIX)) {
            throw new IllegalArgumentException("not a BatchId: " + value);
        }
    }

    static BatchId of(LocalDate date, CurrencyCode currency) {
        return new BatchId(PREFIX + date.format(DateTimeFormatter.BASIC_ISO_DATE) + "_" + currency);
    }

    @Override
    public String toString() {
        return value;
    }
}
