package io.databourse.mpc.sum;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.databourse.mpc.ResultRow;
import io.databourse.mpc.TaskParameter;
import io.databourse.mpc.WholeParameter;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.PartyContext;
import io.databourse.plugin.Schema;
import io.databourse.plugin.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/// How values are counted and results rounded.
///
/// @param decimals digits behind the point of values and sums
/// @param roundCountTo the count is given as the nearest multiple; 1 for the exact one
/// @param roundSumsTo the same for sums, in whole units
record SumParameters(int decimals, long roundCountTo, long roundSumsTo) {
    private static final WholeParameter DECIMALS =
            new WholeParameter(
                    "decimals",
                    0,
                    9,
                    2,
                    new Text("小数位数", "Decimals"),
                    new Text(
                            "数值与合计的小数位数；更多位的数值先舍入。",
                            "Digits behind the point of values and sums; values with more are"
                                    + " rounded first."));
    private static final WholeParameter ROUND_COUNT_TO =
            new WholeParameter(
                    "roundCountTo",
                    1,
                    1_000_000_000,
                    1,
                    new Text("计数取整", "Round count to"),
                    new Text("计数取最接近的该数的倍数。", "The count is the nearest multiple of this."));
    private static final WholeParameter ROUND_SUMS_TO =
            new WholeParameter(
                    "roundSumsTo",
                    0,
                    1_000_000_000,
                    0,
                    new Text("合计取整", "Round sums to"),
                    new Text(
                            "合计取最接近的该数的倍数；0 表示不取整。",
                            "Sums are the nearest multiple of this; 0 for exact sums."));

    static final List<TaskParameter> ALL =
            List.of(
                    WholeParameter.MINIMUM_RESULT_SIZE,
                    TaskParameter.KEY_RULES,
                    DECIMALS,
                    ROUND_COUNT_TO,
                    ROUND_SUMS_TO);

    static SumParameters of(Parameters parameters) {
        return new SumParameters(
                Math.toIntExact(DECIMALS.in(parameters)),
                ROUND_COUNT_TO.in(parameters),
                ROUND_SUMS_TO.in(parameters));
    }

    /// Writes the result: `count`, and `sum_` and the name of each column.
    void write(long count, List<Schema.Column> columns, long[] sums, PartyContext context)
            throws InterruptedException {
        var row = new ResultRow().whole("count", rounded(count));
        for (int i = 0; i < sums.length; i++) {
            row.text("sum_" + columns.get(i).name(), text(sums[i]).getBytes(US_ASCII));
        }
        row.write(context);
    }

    private long rounded(long count) {
        return nearest(BigDecimal.valueOf(count), roundCountTo).longValueExact();
    }

    private String text(long sum) {
        var exact = new BigDecimal(BigInteger.valueOf(sum), decimals);
        return (roundSumsTo == 0 ? exact : nearest(exact, roundSumsTo).setScale(decimals))
                .toPlainString();
    }

    private static BigDecimal nearest(BigDecimal value, long step) {
        var by = BigDecimal.valueOf(step);
        return value.divide(by, 0, RoundingMode.HALF_UP).multiply(by);
    }
}
