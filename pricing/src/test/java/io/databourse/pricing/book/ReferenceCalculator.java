package io.databourse.pricing.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/// Prices worked out the slow way, unit by unit in decimals, without a line of the code under test.
final class ReferenceCalculator {
    private ReferenceCalculator() {}

    static BigDecimal perUnit(long units, String price) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long i = 0; i < units; i++) {
            sum = sum.add(new BigDecimal(price));
        }
        return sum;
    }

    /// Walks along the units; `ladder` holds rows of {above, unit price, flat fee}.
    static BigDecimal graduated(long units, String[][] ladder) {
        BigDecimal sum = BigDecimal.ZERO;
        int entered = -1;
        for (long unit = 1; unit <= units; unit++) {
            int tier = tierOf(unit, ladder);
            for (; entered < tier; entered++) {
                sum = sum.add(new BigDecimal(ladder[entered + 1][2]));
            }
            sum = sum.add(new BigDecimal(ladder[tier][1]));
        }
        return sum;
    }

    static BigDecimal volume(long units, String[][] ladder) {
        if (units == 0) {
            return BigDecimal.ZERO;
        }
        String[] tier = ladder[tierOf(units, ladder)];
        return perUnit(units, tier[1]).add(new BigDecimal(tier[2]));
    }

    static BigDecimal blocks(long units, long block, String price) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long begun = 0; begun < units; begun += block) {
            sum = sum.add(new BigDecimal(price));
        }
        return sum;
    }

    static BigDecimal share(String turnover, String percent) {
        return new BigDecimal(turnover)
                .multiply(new BigDecimal(percent))
                .divide(new BigDecimal(100));
    }

    /// Counts the days one by one.
    static BigDecimal days(LocalDate start, LocalDate end, LocalDate until, String price) {
        int all = 0;
        int used = 0;
        for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
            all++;
            if (day.isBefore(until)) {
                used++;
            }
        }
        return new BigDecimal(price)
                .multiply(BigDecimal.valueOf(used))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128);
    }

    static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static int tierOf(long unit, String[][] ladder) {
        int tier = 0;
        while (tier + 1 < ladder.length && unit > Long.parseLong(ladder[tier + 1][0])) {
            tier++;
        }
        return tier;
    }
}
