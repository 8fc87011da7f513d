package io.databourse.sandbox.sql;

import io.databourse.sandbox.noise.Epsilon;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Works out what noise a private query needs.
///
/// One entity is in at most `L` groups, with at most `C` rows in each, each row clamped; adding or
/// removing it changes a count over all groups by at most `L·C`. Where the groups are not declared,
/// that a group exists tells of its entities: it shows only if its noisy number of entities reaches
/// `1 + (L/ε)·ln(L/δ)`, which a group of one entity does with a probability of at most `δ/L`
/// (Korolova, Kenthapadi, Mishra, Ntoulas, *Releasing Search Queries and Clicks Privately*, WWW
/// 2009).
final class PrivatePlanner {
    private static final int MOST_DECLARED = 10_000;

    private final Query query;
    private final Privacy privacy;
    private final int groupsPerEntity;

    PrivatePlanner(Query query, Privacy privacy) {
        this.query = query;
        this.privacy = privacy;
        this.groupsPerEntity = query.groups().isEmpty() ? 1 : privacy.maxGroupsPerEntity();
    }

    PrivatePlan plan() {
        if (query.tables().size() != 1 || !query.having().isEmpty()) {
            throw new Refusal(Rule.PRIVATE_FORM, "");
        }
        List<List<String>> declared = declared();
        boolean thresholded = !query.groups().isEmpty() && declared.isEmpty();
        Set<Measure> measures = new LinkedHashSet<>();
        if (thresholded) {
            measures.add(new Measure.Entities(0));
        }
        query.measures().forEach(measure -> add(measure, measures));
        if (measures.isEmpty()) {
            measures.add(new Measure.Entities(0));
        }
        List<Statistic> statistics = measures.stream().map(this::statistic).toList();
        Epsilon cost = epsilon(privacy.epsilonPerQuery());
        Epsilon each = cost.dividedBy(statistics.size());
        return new PrivatePlan(
                statistics,
                each,
                cost,
                epsilon(privacy.epsilonTotal()),
                thresholded ? threshold(each) : 0,
                declared);
    }

    private static Epsilon epsilon(BigDecimal value) {
        return Epsilon.of(value.toPlainString());
    }

    private static void add(Measure measure, Set<Measure> measures) {
        switch (measure) {
            case Measure.Mean(var column) -> {
                measures.add(new Measure.Sum(column));
                measures.add(new Measure.Count(column));
            }
            case Measure.Rows _, Measure.Count _, Measure.Entities _, Measure.Sum _ ->
                    measures.add(measure);
        }
    }

    private Statistic statistic(Measure measure) {
        long rows =
                query.tables().getFirst().rules().oneRowPerEntity()
                        ? 1
                        : privacy.maxRowsPerEntity();
        return switch (measure) {
            case Measure.Entities _ -> counted(measure, 1);
            case Measure.Rows _, Measure.Count _ -> counted(measure, rows);
            case Measure.Sum(var column) -> summed(measure, column, rows);
            case Measure.Mean _ -> throw new IllegalStateException("a mean is a sum and a count");
        };
    }

    private Statistic counted(Measure measure, long rows) {
        return new Statistic(measure, BigInteger.valueOf(groupsPerEntity * rows), BigDecimal.ONE);
    }

    private Statistic summed(Measure measure, ColumnRef column, long rows) {
        BigDecimal most = bound(column).multiply(BigDecimal.valueOf(rows));
        BigDecimal unit = unit(most);
        BigInteger inUnits = most.divide(unit, 0, RoundingMode.CEILING).toBigIntegerExact();
        return new Statistic(
                measure,
                inUnits.max(BigInteger.ONE).multiply(BigInteger.valueOf(groupsPerEntity)),
                unit);
    }

    private BigDecimal bound(ColumnRef column) {
        ColumnRule.Range range =
                query.rule(column)
                        .range()
                        .orElseThrow(() -> new Refusal(Rule.PRIVATE_RANGE, column.column()));
        return range.min().abs().max(range.max().abs());
    }

    /// About a millionth of what one entity can add, as a power of ten: a choice that does not look
    /// at the data.
    static BigDecimal unit(BigDecimal most) {
        if (most.signum() == 0) {
            return BigDecimal.ONE;
        }
        int magnitude = most.precision() - most.scale() - 1;
        return BigDecimal.ONE.scaleByPowerOfTen(magnitude - 6);
    }

    /// Rounded up where a double may be off.
    private long threshold(Epsilon each) {
        double epsilon = each.numerator().doubleValue() / each.denominator().doubleValue();
        double reach =
                groupsPerEntity
                        / epsilon
                        * Math.log(groupsPerEntity / privacy.delta().doubleValue());
        return 2 + (long) Math.ceil(reach);
    }

    /// The values of all groups, if the owner declared those of each column.
    private List<List<String>> declared() {
        boolean all =
                query.groups().stream()
                        .allMatch(group ->
                                group.bucket() instanceof Bucket.Exact
                                        && !query.rule(group.column()).values().isEmpty());
        if (!all) {
            return List.of();
        }
        List<List<String>> declared =
                query.groups().stream().map(group -> query.rule(group.column()).values()).toList();
        long combinations = declared.stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
        if (combinations > MOST_DECLARED) {
            throw new Refusal(Rule.TOO_COMPLEX, "GROUP BY");
        }
        return declared;
    }
}
