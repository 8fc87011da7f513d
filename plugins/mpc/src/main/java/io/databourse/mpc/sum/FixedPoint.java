package io.databourse.mpc.sum;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.databourse.mpc.UnusableInputException;
import io.databourse.plugin.Chunk;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Reads values as whole numbers of the last decimal; what has more decimals is rounded to the
/// nearest, a tie to the even one, and NULL is 0.
final class FixedPoint {
    private final int decimals;
    private final long unit;

    FixedPoint(int decimals) {
        this.decimals = decimals;
        this.unit = BigDecimal.TEN.pow(decimals).longValueExact();
    }

    long of(Chunk.Column column, int row, String name) {
        if (column.isNull(row)) {
            return 0;
        }
        try {
            return switch (column) {
                case Chunk.Longs(var values, _) -> Math.multiplyExact(values[row], unit);
                case Chunk.Doubles(var values, _) -> scaled(BigDecimal.valueOf(values[row]));
                case Chunk.Bytes(var values, var offsets, _) ->
                        text(values, offsets[row], offsets[row + 1]);
            };
        } catch (NumberFormatException e) {
            throw new UnusableInputException("column " + name + " has values that are no numbers");
        } catch (ArithmeticException e) {
            throw tooLarge(name);
        }
    }

    /// Nodes hand over numbers as the text of the source.
    private long text(byte[] values, int from, int to) {
        var text = new String(values, from, to - from, UTF_8).strip();
        return text.isEmpty() ? 0 : scaled(new BigDecimal(text));
    }

    private long scaled(BigDecimal value) {
        if (value.precision() - value.scale() > 19) { // an exponent can be huge
            throw new ArithmeticException();
        }
        return value.setScale(decimals, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    static UnusableInputException tooLarge(String name) {
        return new UnusableInputException(
                "the values of column "
                        + name
                        + " are too large to be summed with so many decimals");
    }
}
