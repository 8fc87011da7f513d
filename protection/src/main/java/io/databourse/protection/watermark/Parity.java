package io.databourse.protection.watermark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/// A bit in a number: whether its count of units is odd.
record Parity(WatermarkPolicy.Column column) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /// Nothing if the cell is no plain number.
    Optional<Boolean> read(String cell) {
        return number(cell).map(number -> units(number).testBit(0));
    }

    /// The cell with this bit, at most one unit off, in the form that it has; nothing if it cannot
    /// carry a bit, because it is no number, is written less exactly than a unit, or would leave
    /// the bounds.
    Optional<String> write(String cell, boolean bit, boolean up) {
        Optional<BigDecimal> found = number(cell);
        if (found.isEmpty() || found.get().scale() < column.unit().stripTrailingZeros().scale()) {
            return Optional.empty();
        }
        BigDecimal number = found.get();
        if (units(number).testBit(0) == bit) {
            return Optional.of(cell);
        }
        BigDecimal first = up ? number.add(column.unit()) : number.subtract(column.unit());
        BigDecimal second = up ? number.subtract(column.unit()) : number.add(column.unit());
        return Optional.of(first)
                .filter(this::isAllowed)
                .or(() -> Optional.of(second).filter(this::isAllowed))
                .map(marked -> marked.setScale(number.scale(), RoundingMode.UNNECESSARY))
                .map(BigDecimal::toPlainString);
    }

    private boolean isAllowed(BigDecimal number) {
        BigDecimal minimum = column.minimum();
        BigDecimal maximum = column.maximum();
        return (minimum == null || number.compareTo(minimum) >= 0)
                && (maximum == null || number.compareTo(maximum) <= 0);
    }

    private BigInteger units(BigDecimal number) {
        return number.divide(column.unit(), 0, RoundingMode.FLOOR).toBigInteger();
    }

    private static Optional<BigDecimal> number(String cell) {
        return NUMBER.matcher(cell).matches()
                ? Optional.of(new BigDecimal(cell))
                : Optional.empty();
    }
}
