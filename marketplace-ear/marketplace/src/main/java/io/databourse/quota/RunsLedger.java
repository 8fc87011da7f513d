package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.ledger.Account;
import io.databourse.ledger.ChartOfAccounts;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.List;

/// The accounts of the ledger that counts units. None of them can be overdrawn but the one that
/// stands for the outside, so that consumed ≤ leased ≤ granted is the schema's to keep.
final class RunsLedger {
    static final String RUNS = "RUNS";

    private RunsLedger() {}

    static Account issued() {
        return ChartOfAccounts.ISSUED.in(RUNS);
    }

    /// Of a contract's first pack; later packs have accounts of their own.
    static String unusedName(ContractId contract) {
        return ChartOfAccounts.UNUSED.nameOf(contract.value());
    }

    static Account unused(Pack pack) {
        return ChartOfAccounts.UNUSED.named(RUNS, pack.account());
    }

    static Account leased(ContractId contract) {
        return ChartOfAccounts.LEASED.in(RUNS, contract.value());
    }

    static Account used(ContractId contract) {
        return ChartOfAccounts.USED.in(RUNS, contract.value());
    }

    static Account expired(ContractId contract) {
        return ChartOfAccounts.EXPIRED.in(RUNS, contract.value());
    }

    static TransferRequest move(
            String key, Account from, Account to, long units, String reason, ContractId contract) {
        return new TransferRequest(
                key, List.of(new Leg(from, to, units)), reason, contract.value());
    }
}
