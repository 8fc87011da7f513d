package io.databourse.settlement.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// One rule in one transaction: each reads all that was ever stored, and what one has found is not
/// to be lost because another takes too long.
@ApplicationScoped
@Transactional
class RuleCheck {
    private final JpaInvariants results;
    private final Clock clock;

    @Inject
    RuleCheck(JpaInvariants results, Clock clock) {
        this.results = results;
        this.clock = clock;
    }

    Checked check(Rule rule) {
        long begin = System.nanoTime();
        List<Difference> found = rule.check();
        long millis = (System.nanoTime() - begin) / 1_000_000;
        return new Checked(
                new Invariant(rule.kind(), found.size(), clock.instant(), millis), found);
    }

    void keep(Invariant checked) {
        results.keep(checked);
    }

    record Checked(Invariant result, List<Difference> found) {}
}
