package io.databourse.quota;

import io.databourse.contract.ContractId;
import io.databourse.ledger.Account;
import io.databourse.ledger.LedgerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/// Gives units back that calls had consumed, when those calls are reversed: the pack that burned
/// last gets its own back first. What comes back to a pack whose window has ended is gone with it.
@ApplicationScoped
@Transactional
public class QuotaReturns {
    private final QuotaStore store;
    private final LedgerService ledger;
    private final Clock clock;

    @Inject
    QuotaReturns(QuotaStore store, LedgerService ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @param key unique for ever; names what gives back
    public void giveBack(String key, ContractId contract, long units) {
        List<PackUse> lastFirst =
                store.used(contract).stream()
                        .sorted(Comparator.comparing(PackUse::pack, Pack.BURN_ORDER.reversed()))
                        .toList();
        long left = units;
        for (PackUse use : lastFirst) {
            long back = Math.min(left, use.units());
            if (back > 0) {
                giveBack(key, use, back);
                left -= back;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "%d units of %s were not consumed".formatted(left, contract));
        }
    }

    private void giveBack(String key, PackUse use, long units) {
        Pack pack = use.pack();
        ContractId contract = pack.contractId();
        store.giveBack(key, pack, units, clock.instant());
        Account to = use.expired() ? RunsLedger.expired(contract) : RunsLedger.unused(pack);
        ledger.postNow(
                RunsLedger.move(
                        "return:" + key + ":" + pack.id(),
                        RunsLedger.used(contract),
                        to,
                        units,
                        "return",
                        contract));
    }
}
