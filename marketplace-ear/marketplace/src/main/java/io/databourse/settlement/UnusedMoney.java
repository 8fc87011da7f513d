package io.databourse.settlement;

import io.databourse.contract.ContractId;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/// Gives back to the buyer what is still set aside for a contract once it is over and nothing of it
/// can arrive any more: what was meant for use as it comes, and what reversals brought back after
/// the units had expired. What was paid for units that expired is [Breakage].
@ApplicationScoped
public class UnusedMoney {
    private static final Logger LOG = System.getLogger(UnusedMoney.class.getName());

    private final UnusedReturn each;

    @Inject
    UnusedMoney(UnusedReturn each) {
        this.each = each;
    }

    /// A transaction for each contract: one that fails is tried again the next time. Doing it again
    /// gives nothing back twice.
    ///
    /// @return what was given back now, contract by contract
    public List<Money> giveBack() {
        return each.due().stream()
                .flatMap(id -> giveBack(id).stream())
                .filter(Money::isPositive)
                .toList();
    }

    private Optional<Money> giveBack(ContractId id) {
        try {
            return Optional.of(each.giveBack(id));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "what " + id + " has left is not given back yet", e);
            return Optional.empty();
        }
    }
}
