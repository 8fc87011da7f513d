package io.databourse.sandbox.sql;

import java.util.List;

/// A condition on the rows of a query.
public sealed interface Predicate {
    record Compare(Dimension left, Comparison comparison, Literal right) implements Predicate {}

    record In(Dimension left, List<Literal> values) implements Predicate {
        public In {
            values = List.copyOf(values);
        }
    }

    /// The pattern has `%` and `_` as in SQL, and no escape.
    record Like(Dimension left, String pattern) implements Predicate {}

    record IsNull(Dimension left) implements Predicate {}

    record And(List<Predicate> all) implements Predicate {
        public And {
            all = List.copyOf(all);
        }
    }

    record Or(List<Predicate> any) implements Predicate {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Predicate denied) implements Predicate {}
}
