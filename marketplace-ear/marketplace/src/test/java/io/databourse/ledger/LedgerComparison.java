package io.databourse.ledger;

import java.util.List;

/// What a model and the ledger must agree about.
record LedgerComparison(LedgerModel model, LedgerService ledger) {
    private static final int PAGE = 5000;

    static void same(String what, Object predicted, Object real) {
        if (!predicted.equals(real)) {
            throw new AssertionError(
                    "%s: the model says %s, the ledger %s".formatted(what, predicted, real));
        }
    }

    /// Every line of the accounts, newest first.
    void lines(List<Account> accounts) {
        for (Account account : accounts) {
            var lines = model.cell(account).lines;
            int index = lines.size();
            long before = Long.MAX_VALUE;
            List<Entry> page = ledger.entries(account, before, PAGE);
            while (!page.isEmpty()) {
                for (Entry entry : page) {
                    index--;
                    same(account.name(), index < 0 ? "none" : lines.get(index), line(entry));
                }
                before = page.getLast().number();
                page = ledger.entries(account, before, PAGE);
            }
            same(account.name() + " lines left", 0, index);
        }
    }

    private static LedgerModel.Line line(Entry entry) {
        return new LedgerModel.Line(
                entry.debit(), entry.credit(), entry.balanceAfter(), entry.at());
    }

    static void audit(LedgerAudit audit) {
        same("transfers astray", List.of(), audit.transfersAstray());
        same("balances astray", List.of(), audit.balancesAstray());
        same("overdrawn", List.of(), audit.overdrawn());
        same("snapshots astray", List.of(), audit.snapshotsAstray());
    }
}
