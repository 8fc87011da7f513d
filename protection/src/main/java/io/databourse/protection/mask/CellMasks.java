package io.databourse.protection.mask;

import io.databourse.protection.table.Policy;
import io.databourse.protection.table.ProtectionKey;
import io.databourse.protection.table.TableException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/// Makes the masks of one table's columns.
final class CellMasks {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /// 26 characters of 5 bits: two values meet with a chance of 2⁻¹³⁰ a pair.
    private static final int TOKEN_LENGTH = 26;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int DATE_LENGTH = 10;

    private final MaskPolicy policy;
    private final ProtectionKey key;
    private final Originals originals;
    private final Map<String, DigitMask> moved;
    private final List<String> columns;

    /// @param moved by domain, what the tables before this one have got
    CellMasks(
            MaskPolicy policy,
            ProtectionKey key,
            Originals originals,
            Map<String, DigitMask> moved,
            List<String> columns) {
        this.policy = policy;
        this.key = key;
        this.originals = originals;
        this.moved = moved;
        this.columns = columns;
    }

    CellMask of(String column) throws TableException {
        return switch (policy.columns().get(column)) {
            case null -> throw new TableException("the policy says nothing of " + column);
            case ColumnMask.Keep _ -> (value, _) -> Optional.of(value);
            case ColumnMask.Suppress _ -> (_, _) -> Optional.of("");
            case ColumnMask.Constant constant -> (_, _) -> Optional.of(constant.value());
            case ColumnMask.Stars stars -> (value, _) -> Optional.of(stars(value, stars));
            case ColumnMask.Token token -> token(token.domain() == null ? column : token.domain());
            case ColumnMask.Digits digits -> digits(column, digits);
            case ColumnMask.Shift shift -> shift(shift);
            case ColumnMask.Range range -> (value, _) -> range(value, range.step());
            case ColumnMask.Day day ->
                    (value, _) ->
                            date(value)
                                    .map(_ ->
                                            value.substring(
                                                    0,
                                                    day.to() == ColumnMask.Day.Part.YEAR ? 4 : 7));
            case ColumnMask.Prefix prefix ->
                    (value, _) ->
                            Optional.of(
                                    value.substring(0, Math.min(prefix.length(), value.length())));
        };
    }

    /// Characters are code points: half of one is none.
    static String stars(String value, ColumnMask.Stars stars) {
        int length = value.codePointCount(0, value.length());
        int hidden = length - stars.keepPrefix() - stars.keepSuffix();
        return hidden <= 0
                ? "*".repeat(length)
                : value.substring(0, value.offsetByCodePoints(0, stars.keepPrefix()))
                        + "*".repeat(hidden)
                        + value.substring(
                                value.offsetByCodePoints(value.length(), -stars.keepSuffix()));
    }

    private CellMask token(String domain) {
        Mac mac = key.mac("databourse mask token " + domain);
        return (value, _) -> {
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            StringBuilder token = new StringBuilder();
            for (int i = 0; i < TOKEN_LENGTH; i++) {
                // One byte a character: 32 divides 256, so all are as likely.
                token.append(ALPHABET.charAt(hash[i] & 31));
            }
            return Optional.of(token.toString());
        };
    }

    private CellMask digits(String column, ColumnMask.Digits digits) {
        String domain = digits.domain() == null ? column : digits.domain();
        DigitCipher cipher = new DigitCipher(digits, domain, key);
        if (!policy.identifiers().contains(column)) {
            return (value, _) -> cipher.encrypt(value, 0);
        }
        DigitMask mask = moved.computeIfAbsent(domain, _ -> new DigitMask(cipher, originals));
        return (value, _) -> mask.mask(value);
    }

    private CellMask shift(ColumnMask.Shift shift) throws TableException {
        int entity = Policy.places(columns, List.of(shift.entity()))[0];
        Mac mac = key.mac("databourse mask shift");
        return (value, row) ->
                date(value)
                        .map(date -> {
                            byte[] name = row.get(entity).getBytes(StandardCharsets.UTF_8);
                            long drawn = ByteBuffer.wrap(mac.doFinal(name)).getLong();
                            long days = Long.remainderUnsigned(drawn, 2L * shift.days());
                            // Never by none: -days … -1 and 1 … days.
                            days -= days < shift.days() ? shift.days() : shift.days() - 1L;
                            return date.plusDays(days) + value.substring(DATE_LENGTH);
                        });
    }

    private static Optional<String> range(String value, BigDecimal step) {
        if (!NUMBER.matcher(value).matches()) {
            return Optional.empty();
        }
        BigDecimal low = new BigDecimal(value).divide(step, 0, RoundingMode.FLOOR).multiply(step);
        return Optional.of(
                String.format(
                        Locale.ROOT, "%s..%s", low.toPlainString(), low.add(step).toPlainString()));
    }

    /// The date with which the value begins: 2026-11-21, also with a time after it.
    private static Optional<LocalDate> date(String value) {
        try {
            return value.length() < DATE_LENGTH
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(value.substring(0, DATE_LENGTH)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
