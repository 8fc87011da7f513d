package io.databourse.settlement.reconciliation;

import io.databourse.ledger.LedgerProof;
import io.databourse.ledger.LedgerService;
import io.databourse.settlement.JpaBookChecks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/// The rules that hold always, after whatever fault. The cheap ones are asserted with every booking
/// as well, and most are constraints of the schema; here all are checked from the stored rows.
@ApplicationScoped
class Invariants {
    private final LedgerService ledger;
    private final JpaBookChecks books;
    private final JpaMoneyChecks money;

    @Inject
    Invariants(LedgerService ledger, JpaBookChecks books, JpaMoneyChecks money) {
        this.ledger = ledger;
        this.books = books;
        this.money = money;
    }

    List<Difference> broken() {
        List<Difference> found = new ArrayList<>();
        for (LedgerProof.LedgerSum sum : ledger.proof().ledgers()) {
            if (sum.difference() != 0 || sum.accountsAstray() != 0) {
                found.add(
                        new Difference(
                                TicketKind.I1_LEDGER_BALANCES,
                                sum.ledger(),
                                "does not sum to zero, or a balance is not its entries' sum"));
            }
        }
        add(
                found,
                TicketKind.I5_SHARES_ADD_UP,
                books.chargesNotSplit(),
                "the shares are not the gross");
        add(
                found,
                TicketKind.I6_STATEMENTS_STAY,
                books.statementsAltered(),
                "the lines are not those that were drafted");
        add(
                found,
                TicketKind.I7_BATCHES_ADD_UP,
                money.batchesAstray(),
                "paid, held and carried are not what was due or moved, or the file has changed");
        add(
                found,
                TicketKind.I7_BATCHES_ADD_UP,
                money.clearingAstray(),
                "the clearing account is not the open payments");
        add(
                found,
                TicketKind.I8_REFUNDS_WITHIN,
                books.refundedTooMuch(),
                "more was refunded than there was");
        add(
                found,
                TicketKind.I12_ONE_PAYMENT,
                money.paymentsAstray(),
                "not booked once, or two payments are open");
        add(
                found,
                TicketKind.I14_SUMS_EXACT,
                books.notCharged(),
                "the charges are not what the use costs");
        add(found, TicketKind.I15_NO_ROUNDING, money.rounding(), "is not empty");
        add(
                found,
                TicketKind.I16_HOLDS_ARE_DISPUTES,
                money.holdsAstray(),
                "what is held is not what is in dispute");
        return found;
    }

    private static void add(
            List<Difference> found, TicketKind kind, List<String> subjects, String detail) {
        subjects.forEach(subject -> found.add(new Difference(kind, subject, detail)));
    }
}
