package io.databourse.sandbox.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a query is about, apart from how it is written: names, order and LIMIT do not count.
///
/// @param source tables and how they are joined
/// @param terms hashes of the conditions all of which must hold
/// @param groups hashes of what it groups by
/// @param measures hashes of its numbers
record Fingerprint(
        String source,
        SortedSet<String> terms,
        SortedSet<String> groups,
        SortedSet<String> measures) {

    /// @param names of the query's tables that stand for them whatever a room calls them
    /// @param rows conditions that all rows have met before the query sees them
    static Fingerprint of(Query query, List<String> names, List<String> rows) {
        List<String> sorted = names.stream().sorted().toList();
        var tables = new Renumbered(names.stream().map(sorted::indexOf).toList());
        var terms = new ArrayList<String>();
        rows.forEach(condition -> terms.add("rows " + condition));
        query.where().ifPresent(where -> conjuncts(tables.of(where), terms));
        return new Fingerprint(
                hash(
                        sorted
                                + " "
                                + query.joins().stream()
                                        .map(join -> tables.of(join).toString())
                                        .sorted()
                                        .toList()),
                hashes(terms),
                hashes(query.groups().stream().map(each -> tables.of(each).toString()).toList()),
                hashes(query.measures().stream().map(each -> tables.of(each).toString()).toList()));
    }

    private static void conjuncts(Predicate predicate, List<String> terms) {
        if (predicate instanceof Predicate.And(var all)) {
            all.forEach(part -> conjuncts(part, terms));
        } else {
            terms.add(canonical(predicate));
        }
    }

    /// The same text for conditions that differ in order only.
    private static String canonical(Predicate predicate) {
        return switch (predicate) {
            case Predicate.And(var all) -> "and" + sorted(all);
            case Predicate.Or(var any) -> "or" + sorted(any);
            case Predicate.Not(Predicate.Not(var same)) -> canonical(same);
            case Predicate.Not(var denied) -> "not " + canonical(denied);
            case Predicate.In(var left, var values) ->
                    "in "
                            + left
                            + values.stream().map(Literal::toString).sorted().distinct().toList();
            case Predicate.Compare _, Predicate.Like _, Predicate.IsNull _ -> predicate.toString();
        };
    }

    private static List<String> sorted(List<Predicate> parts) {
        return parts.stream().map(Fingerprint::canonical).sorted().toList();
    }

    private static SortedSet<String> hashes(Collection<String> texts) {
        var hashes = new TreeSet<String>();
        texts.forEach(text -> hashes.add(hash(text)));
        return hashes;
    }

    /// 128 bits of SHA-256: enough to be no accident, and the history tells no literal.
    static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
