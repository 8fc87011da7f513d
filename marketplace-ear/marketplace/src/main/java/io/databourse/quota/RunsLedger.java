package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.ledger.Account;
import io.databourse.ledger.Account.Side;
import io.databourse.ledger.TransferRequest;
import io.databourse.ledger.TransferRequest.Leg;
import java.util.List;

/// The accounts of the ledger that counts units. None of them can be overdrawn but the one that
/// stands for the outside, so that consumed ≤ leased ≤ granted is the schema's to keep.
final class RunsLedger {
    static final String RUNS = "RUNS";

    private RunsLedger() {}

    static Account issued() {
        return new Account(RUNS, "issued", Side.DEBIT, true);
    }

    /// Of a contract's first pack; later packs have accounts of their own.
    static String unusedName(ContractId contract) {
        return "unused:" + contract;
    }

    static Account unused(Pack pack) {
        return credit(pack.account());
    }

    static Account leased(ContractId contract) {
        return credit("leased:" + contract);
    }

    static Account used(ContractId contract) {
        return credit("used:" + contract);
    }

    static Account expired(ContractId contract) {
        return credit("expired:" + contract);
    }

    static TransferRequest move(
            String key, Account from, Account to, long units, String reason, ContractId contract) {
        return new TransferRequest(
                key, List.of(new Leg(from, to, units)), reason, contract.value());
    }

    private static Account credit(String name) {
        return new Account(RUNS, name, Side.CREDIT, false);
    }
}
