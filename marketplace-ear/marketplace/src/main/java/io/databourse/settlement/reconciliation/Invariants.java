package io.databourse.settlement.reconciliation;

import io.databourse.ledger.LedgerAudit;
import io.databourse.settlement.JpaBookChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rules that hold always, after whatever fault. The cheap ones are asserted with every booking
/// as well, and most are constraints of the schema; here all are checked from the stored rows.
@ApplicationScoped
class Invariants {
    private static final Logger LOG = System.getLogger(Invariants.class.getName());

    private final LedgerAudit ledger;
    private final JpaBookChecks books;
    private final JpaMoneyChecks money;
    private final JpaCountChecks counts;
    private final RuleCheck each;
    private final Clock clock;

    @Inject
    Invariants(
            LedgerAudit ledger,
            JpaBookChecks books,
            JpaMoneyChecks money,
            JpaCountChecks counts,
            RuleCheck each,
            Clock clock) {
        this.ledger = ledger;
        this.books = books;
        this.money = money;
        this.counts = counts;
        this.each = each;
        this.clock = clock;
    }

    private List<Rule> rules() {
        return List.of(
                new Rule(
                        TicketKind.I1_LEDGER_BALANCES,
                        ledger::transfersAstray,
                        "its entries do not sum to zero, or are not what was asked for"),
                new Rule(
                        TicketKind.I2_BALANCES_ARE_ENTRIES,
                        ledger::balancesAstray,
                        "its balance is not the sum of its entries"),
                new Rule(
                        TicketKind.I3_COUNTED_ONCE,
                        counts::batchesAstray,
                        "its calls are not those that were signed, or it is not in evidence"),
                new Rule(
                        TicketKind.I4_NOT_OVERDRAWN,
                        ledger::overdrawn,
                        "is or was overdrawn, and may not be"),
                new Rule(
                        TicketKind.I5_SHARES_ADD_UP,
                        books::chargesNotSplit,
                        "the shares are not the gross"),
                new Rule(
                        TicketKind.I6_STATEMENTS_STAY,
                        books::statementsAltered,
                        "the lines are not those that were drafted"),
                new Rule(
                        TicketKind.I7_BATCHES_ADD_UP,
                        money::batchesAstray,
                        "paid, held and carried are not what was due or moved, or the file has"
                                + " changed"),
                new Rule(
                        TicketKind.I7_BATCHES_ADD_UP,
                        money::clearingAstray,
                        "the clearing account is not the open payments"),
                new Rule(
                        TicketKind.I8_REFUNDS_WITHIN,
                        books::refundedTooMuch,
                        "more was refunded than there was"),
                new Rule(
                        TicketKind.I9_RATED_ANEW,
                        counts::ratedAstray,
                        "its calls, counted anew, are not those that it is charged for"),
                new Rule(
                        TicketKind.I10_SNAPSHOTS_ONLY,
                        ledger::snapshotsAstray,
                        "a snapshot would be another if it were made again"),
                new Rule(TicketKind.I11_GROWS_ONLY, counts::countersAstray, "the counter has gaps"),
                new Rule(
                        TicketKind.I11_GROWS_ONLY,
                        counts::logAstray,
                        "the evidence log is not what was signed"),
                new Rule(
                        TicketKind.I12_ONE_PAYMENT,
                        money::paymentsAstray,
                        "not booked once, or two payments are open"),
                new Rule(
                        TicketKind.I14_SUMS_EXACT,
                        books::notCharged,
                        "the charges are not what the use costs"),
                new Rule(TicketKind.I15_NO_ROUNDING, money::rounding, "is not empty"),
                new Rule(
                        TicketKind.I16_HOLDS_ARE_DISPUTES,
                        money::holdsAstray,
                        "what is held is not what is in dispute"),
                new Rule(
                        TicketKind.I17_SET_ASIDE,
                        money::setAsideAstray,
                        "what is set aside is not what its contracts have left"),
                new Rule(
                        TicketKind.I17_SET_ASIDE,
                        money::breakageAstray,
                        "what expired is not what was moved to breakage"));
    }

    /// Checks all, one by one, and keeps what came of it. One that cannot be checked is a
    /// difference as well: nobody knows that it holds.
    List<Difference> broken() {
        List<Difference> all = new ArrayList<>();
        Map<TicketKind, Invariant> results = new TreeMap<>();
        for (Rule rule : rules()) {
            RuleCheck.Checked checked = checked(rule);
            results.merge(rule.kind(), checked.result(), Invariant::and);
            all.addAll(checked.found());
        }
        results.values().forEach(each::keep);
        return all;
    }

    private RuleCheck.Checked checked(Rule rule) {
        try {
            return each.check(rule);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, rule.kind() + " cannot be checked", e);
            var unknown =
                    new Difference(rule.kind(), "the rule", "could not be checked; see the log");
            return new RuleCheck.Checked(
                    new Invariant(rule.kind(), 1, clock.instant(), 0), List.of(unknown));
        }
    }
}
