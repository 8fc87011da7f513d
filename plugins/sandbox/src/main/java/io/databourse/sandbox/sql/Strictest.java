package io.databourse.sandbox.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// The intersection of two sets of rules.
final class Strictest {
    private Strictest() {}

    static Rules of(Rules a, Rules b) {
        if (!a.entityKey().equals(b.entityKey())) {
            throw new RulesException(
                    "合同与数据方规则的 entityKey 不一致", "the rules disagree about the entityKey");
        }
        return new Rules(
                a.entityKey(),
                a.oneRowPerEntity() && b.oneRowPerEntity(),
                columns(a, b),
                thresholds(List.of(a.thresholds(), b.thresholds())),
                privacy(a.privacy(), b.privacy()),
                release(a.release(), b.release()),
                a.templates().stream().filter(b.templates()::contains).toList());
    }

    /// The strictest of each, over all tables of a query.
    static Thresholds thresholds(List<Thresholds> all) {
        return all.stream()
                .reduce((a, b) ->
                        new Thresholds(
                                Math.max(a.minimumEntities(), b.minimumEntities()),
                                commonMultiple(a.roundTo(), b.roundTo()),
                                dominance(a.dominance(), b.dominance()),
                                Math.min(a.maximumRows(), b.maximumRows()),
                                Math.min(a.maximumBytes(), b.maximumBytes())))
                .orElseThrow();
    }

    private static long commonMultiple(long a, long b) {
        if (a == 0 || b == 0) {
            return Math.max(a, b);
        }
        BigInteger x = BigInteger.valueOf(a);
        return x.divide(x.gcd(BigInteger.valueOf(b)))
                .multiply(BigInteger.valueOf(b))
                .longValueExact();
    }

    private static List<Dominance> dominance(List<Dominance> a, List<Dominance> b) {
        var both = new TreeMap<Integer, Dominance>();
        a.forEach(rule -> both.merge(rule.n(), rule, Strictest::lessShare));
        b.forEach(rule -> both.merge(rule.n(), rule, Strictest::lessShare));
        return List.copyOf(both.values());
    }

    private static Dominance lessShare(Dominance a, Dominance b) {
        return a.k().compareTo(b.k()) <= 0 ? a : b;
    }

    private static SequencedMap<String, ColumnRule> columns(Rules a, Rules b) {
        var both = new LinkedHashMap<String, ColumnRule>();
        a.columns()
                .forEach((name, rule) ->
                        b.column(name)
                                .flatMap(other -> column(rule, other))
                                .ifPresent(kept -> both.put(name, kept)));
        return both;
    }

    /// A column whose two roles differ may be used for neither.
    private static Optional<ColumnRule> column(ColumnRule a, ColumnRule b) {
        if (a.role() != b.role()) {
            return Optional.empty();
        }
        return Optional.of(
                new ColumnRule(
                        a.role(),
                        common(a.aggregates(), b.aggregates()),
                        a.filter() && b.filter(),
                        range(a.range(), b.range()),
                        roundTo(a.roundTo(), b.roundTo()),
                        values(a.values(), b.values())));
    }

    /// Of two roundings neither of which is a multiple of the other, the coarser one is taken.
    private static BigDecimal roundTo(BigDecimal a, BigDecimal b) {
        return a.max(b);
    }

    private static List<String> values(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        var kept = new LinkedHashSet<>(a);
        kept.retainAll(b);
        return List.copyOf(kept);
    }

    private static Optional<ColumnRule.Range> range(
            Optional<ColumnRule.Range> a, Optional<ColumnRule.Range> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        BigDecimal least = a.get().min().max(b.get().min());
        BigDecimal most = a.get().max().min(b.get().max());
        return Optional.of(new ColumnRule.Range(least, most));
    }

    private static Optional<Privacy> privacy(Optional<Privacy> a, Optional<Privacy> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.or(() -> b);
        }
        return Optional.of(
                new Privacy(
                        a.get().epsilonPerQuery().min(b.get().epsilonPerQuery()),
                        a.get().epsilonTotal().min(b.get().epsilonTotal()),
                        a.get().delta().min(b.get().delta()),
                        Math.min(a.get().maxGroupsPerEntity(), b.get().maxGroupsPerEntity()),
                        Math.min(a.get().maxRowsPerEntity(), b.get().maxRowsPerEntity())));
    }

    private static Release release(Release a, Release b) {
        var modes = common(a.modes(), b.modes());
        if (modes.isEmpty()) {
            throw new RulesException("合同与数据方规则没有共同的 modes", "the rules share no mode");
        }
        return new Release(
                modes,
                a.languages().stream().filter(b.languages()::contains).toList(),
                Math.max(a.reviewers(), b.reviewers()),
                automatic(a.automatic(), b.automatic()));
    }

    static Release.Automatic automatic(Release.Automatic a, Release.Automatic b) {
        return new Release.Automatic(Math.min(a.rows(), b.rows()), Math.min(a.bytes(), b.bytes()));
    }

    private static <T> Set<T> common(Set<T> a, Set<T> b) {
        var kept = new HashSet<>(a);
        kept.retainAll(b);
        return Collections.unmodifiableSet(kept);
    }
}
