package io.databourse.protection.mask;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What becomes of the values of one column. `domain` is the kind of value, such as `phone`:
/// columns of the same domain get the same masked value for the same value, in every file masked
/// under the same key. Without it the column's name is the domain.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "method")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ColumnMask.Keep.class, name = "keep"),
    @JsonSubTypes.Type(value = ColumnMask.Stars.class, name = "stars"),
    @JsonSubTypes.Type(value = ColumnMask.Token.class, name = "token"),
    @JsonSubTypes.Type(value = ColumnMask.Digits.class, name = "digits"),
    @JsonSubTypes.Type(value = ColumnMask.Shift.class, name = "shift"),
    @JsonSubTypes.Type(value = ColumnMask.Range.class, name = "range"),
    @JsonSubTypes.Type(value = ColumnMask.Day.class, name = "date"),
    @JsonSubTypes.Type(value = ColumnMask.Prefix.class, name = "prefix"),
    @JsonSubTypes.Type(value = ColumnMask.Suppress.class, name = "suppress"),
    @JsonSubTypes.Type(value = ColumnMask.Constant.class, name = "constant")
})
public sealed interface ColumnMask {
    /// Whether no value gets through as it is, so that it is fit for identifiers.
    default boolean hides() {
        return switch (this) {
            case Stars _, Token _, Digits _, Suppress _, Constant _ -> true;
            case Keep _, Shift _, Range _, Day _, Prefix _ -> false;
        };
    }

    /// As it is.
    record Keep() implements ColumnMask {}

    /// `*` for every character but the first and the last few; for all, if there are no others.
    record Stars(int keepPrefix, int keepSuffix) implements ColumnMask {}

    /// A word of 26 letters and digits, HMAC-SHA-256 of the value.
    record Token(@Nullable String domain) implements ColumnMask {}

    /// Other digits in the same places, by FF1 (NIST SP 800-38G); what is no digit stays.
    record Digits(int keepPrefix, int keepSuffix, @Nullable String domain) implements ColumnMask {}

    /// A date moved by up to `days`, all dates of one entity by the same number.
    record Shift(
            @JsonProperty(required = true) int days, @JsonProperty(required = true) String entity)
            implements ColumnMask {}

    /// The range of width `step` in which a number lies.
    record Range(@JsonProperty(required = true) BigDecimal step) implements ColumnMask {}

    /// The month or the year of a date.
    record Day(@JsonProperty(required = true) Part to) implements ColumnMask {
        enum Part {
            MONTH,
            YEAR
        }
    }

    /// The first characters, such as of a region's code.
    record Prefix(@JsonProperty(required = true) int length) implements ColumnMask {}

    /// Nothing.
    record Suppress() implements ColumnMask {}

    /// The same text everywhere.
    record Constant(@JsonProperty(required = true) String value) implements ColumnMask {}
}
