package io.databourse.sandbox.sql;

import java.math.BigDecimal;

/// Differential privacy of each entity: what one query costs, what all may cost, and what one
/// entity can contribute.
///
/// @param epsilonPerQuery spent by each query, shared among its numbers
/// @param epsilonTotal spent by all queries of one buyer on one data set
/// @param delta how likely a group of one entity may show; spent only where groups are not declared
/// @param maxGroupsPerEntity further groups of an entity are left out
/// @param maxRowsPerEntity further rows of an entity in a group count for nothing
public record Privacy(
        BigDecimal epsilonPerQuery,
        BigDecimal epsilonTotal,
        BigDecimal delta,
        int maxGroupsPerEntity,
        int maxRowsPerEntity) {
    /// The delta of a document that does not say one.
    public static final BigDecimal USUAL_DELTA = new BigDecimal("0.000001");

    public Privacy {
        if (epsilonPerQuery.signum() <= 0 || epsilonPerQuery.compareTo(BigDecimal.TEN) > 0) {
            throw new RulesException(
                    "epsilonPerQuery 须大于 0 且不超过 10",
                    "epsilonPerQuery is not above 0 and at most 10");
        }
        if (epsilonTotal.compareTo(epsilonPerQuery) < 0) {
            throw new RulesException(
                    "epsilonTotal 小于 epsilonPerQuery", "epsilonTotal is less than epsilonPerQuery");
        }
        if (delta.signum() <= 0 || delta.compareTo(new BigDecimal("0.01")) > 0) {
            throw new RulesException(
                    "delta 须大于 0 且不超过 0.01", "delta is not above 0 and at most 0.01");
        }
        if (maxGroupsPerEntity < 1 || maxGroupsPerEntity > 1_000) {
            throw new RulesException(
                    "maxGroupsPerEntity 须为 1 至 1000", "maxGroupsPerEntity is not from 1 to 1000");
        }
        if (maxRowsPerEntity < 1 || maxRowsPerEntity > 1_000_000) {
            throw new RulesException(
                    "maxRowsPerEntity 须为 1 至 1000000", "maxRowsPerEntity is not from 1 to 1000000");
        }
        if (epsilonPerQuery.scale() > 9 || epsilonTotal.scale() > 9 || delta.scale() > 18) {
            throw new RulesException(
                    "epsilon 或 delta 的小数位过多", "an epsilon or delta has too many decimals");
        }
    }
}
