package io.databourse.bill;

import io.databourse.crypto.Digest;
import io.databourse.money.Money;
import java.util.List;

/// Whether the lines cost what the contract says, to the fen.
final class AmountCheck {
    private final Findings findings;
    private final Bill bill;
    private final BillSummary summary;
    private final Terms terms;

    AmountCheck(Findings findings, Bill bill, BillSummary summary) {
        this.findings = findings;
        this.bill = bill;
        this.summary = summary;
        this.terms = Terms.of(bill.contract(), bill.supplements(), summary.lapses());
    }

    void contract() {
        boolean same =
                Digest.sm3(bill.contract()).toString().equals(summary.contractHash())
                        && hashes(bill.supplements()).equals(summary.supplementHashes())
                        && terms.contractId().equals(summary.contractId())
                        && terms.currency().name().equals(summary.currency());
        if (same) {
            findings.good("contract %s: SM3 verified; %s", terms.contractId(), terms);
        } else {
            findings.bad("the contract is not the one that the receipts name");
        }
    }

    private static List<String> hashes(List<String> texts) {
        return texts.stream().map(Digest::sm3).map(Digest::toString).toList();
    }

    /// A period that begins is a line of its own. A line costs what all use up to it costs, less
    /// what all use before it costs.
    void lines() {
        int before = findings.bad();
        BillUse use = summary.opening();
        Money opening = terms.money(summary.openingGross());
        int periods = terms.periodsIn(opening, use);
        Money due = terms.due(use, periods);
        if (!due.equals(opening)) {
            findings.bad(
                    "before the first line %s were charged; %d units cost %s",
                    summary.openingGross(), use.units(), due);
        }
        for (BillLine line : bill.lines()) {
            if (!line.kind().equals(BillLine.REFUND)) {
                use = use.plus(line.use());
                periods += line.kind().equals(BillLine.PERIOD) ? 1 : 0;
                Money after = terms.due(use, periods);
                compare(line, after.subtract(due));
                count(line);
                due = after;
            }
        }
        if (findings.bad() == before) {
            findings.good("%d lines: amounts recomputed to the fen", bill.lines().size());
        }
    }

    private void compare(BillLine line, Money costs) {
        if (!costs.equals(terms.money(line.gross()))) {
            findings.bad(
                    "line %s charges %s; its %d units cost %s",
                    line.id(), terms.money(line.gross()), line.use().units(), costs);
        }
    }

    private void count(BillLine line) {
        long units = terms.unitsOf(line.use());
        if (line.kind().equals(BillLine.CALLS) && units != line.use().units()) {
            findings.bad(
                    "line %s counts %d units; by the contract its calls take %d",
                    line.id(), line.use().units(), units);
        }
    }

    void total() {
        Money sum = Money.zero(terms.currency());
        long refunds = 0;
        for (BillLine line : bill.lines()) {
            boolean billed =
                    line.day().compareTo(bill.from()) >= 0 && line.day().compareTo(bill.to()) <= 0;
            if (billed) {
                sum = sum.add(terms.money(line.gross()));
                refunds += line.kind().equals(BillLine.REFUND) ? 1 : 0;
            }
        }
        if (!bill.from().equals(summary.from()) || !bill.to().equals(summary.to())) {
            findings.bad("the days are not those that the exchange has signed");
        } else if (!sum.equals(terms.money(summary.total()))) {
            findings.bad("the bill says %s; its lines are %s", summary.total(), sum);
        } else {
            findings.good(
                    "total from %s to %s: %s (%d refunds among it)",
                    bill.from(), bill.to(), sum, refunds);
        }
    }
}
