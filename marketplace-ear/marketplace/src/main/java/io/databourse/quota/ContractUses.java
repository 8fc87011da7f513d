package io.databourse.quota;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/// Tells whether contracts may be used, and why not. [QuotaLeases#freeze] stops one,
/// [FrozenBuyers#freeze] all of a buyer.
@ApplicationScoped
@Transactional
public class ContractUses {
    private final QuotaStore store;
    private final ContractService contracts;
    private final MerchantService merchants;

    @Inject
    ContractUses(QuotaStore store, ContractService contracts, MerchantService merchants) {
        this.store = store;
        this.contracts = contracts;
        this.merchants = merchants;
    }

    /// For those who may read the contract.
    public ContractUse find(Caller caller, ContractId id) {
        Contract contract = contracts.find(caller, id);
        ContractUse use = store.use(id).orElseGet(() -> ContractUse.never(id));
        return use.withBuyer() && !knowsBuyer(caller, contract) ? use.withoutReason() : use;
    }

    private boolean knowsBuyer(Caller caller, Contract contract) {
        return caller.has(Role.OPERATOR, Role.REGULATOR)
                || merchants
                        .organisationOf(caller)
                        .filter(own -> own.id().equals(contract.consumer()))
                        .isPresent();
    }
}
