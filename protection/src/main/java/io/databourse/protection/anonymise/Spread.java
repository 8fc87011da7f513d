package io.databourse.protection.anonymise;

import java.util.Arrays;

/// How the values of one sensitive column are spread over a class and over the whole table.
final class Spread {
    private final CodedColumn column;
    private final double[] whole;

    Spread(CodedColumn column, int rows) {
        this.column = column;
        whole = new double[column.distinct()];
        for (int row = 0; row < rows; row++) {
            whole[column.code(row)] += 1.0 / rows;
        }
    }

    /// Distinct values: l-diversity in its distinct form (Machanavajjhala and others, *ℓ-Diversity:
    /// Privacy Beyond k-Anonymity*, 2007).
    int distinct(Rows rows) {
        boolean[] seen = new boolean[whole.length];
        int distinct = 0;
        for (int i = rows.from(); i < rows.to(); i++) {
            int code = column.code(rows.order()[i]);
            distinct += seen[code] ? 0 : 1;
            seen[code] = true;
        }
        return distinct;
    }

    /// The earth mover's distance between class and table (Li, Li and Venkatasubramanian,
    /// *t-Closeness: Privacy Beyond k-Anonymity and ℓ-Diversity*, 2007): by rank for numbers and
    /// dates, with equal distances for texts.
    double distance(Rows rows) {
        double[] difference = Arrays.stream(whole).map(share -> -share).toArray();
        for (int i = rows.from(); i < rows.to(); i++) {
            difference[column.code(rows.order()[i])] += 1.0 / rows.size();
        }
        return column.isOrdered() ? ordered(difference) : equal(difference);
    }

    private static double ordered(double[] difference) {
        double carried = 0;
        double work = 0;
        for (double d : difference) {
            carried += d;
            work += Math.abs(carried);
        }
        return difference.length < 2 ? 0 : work / (difference.length - 1);
    }

    private static double equal(double[] difference) {
        return Arrays.stream(difference).map(Math::abs).sum() / 2;
    }
}
