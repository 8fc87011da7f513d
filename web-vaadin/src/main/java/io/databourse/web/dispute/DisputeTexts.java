package io.databourse.web.dispute;

import io.databourse.call.Refusal;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantId;
import io.databourse.web.merchant.Organisations;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/// Names instead of ids.
@Dependent
class DisputeTexts {
    private final ContractService contracts;
    private final Organisations organisations;
    private final Map<ContractId, String> products = new HashMap<>();

    @Inject
    DisputeTexts(ContractService contracts, Organisations organisations) {
        this.contracts = contracts;
        this.organisations = organisations;
    }

    String product(ContractId contract) {
        return products.computeIfAbsent(contract, this::find);
    }

    String parties(MerchantId buyer, MerchantId provider) {
        return organisations.name(buyer) + " → " + organisations.name(provider);
    }

    String party(MerchantId organisation) {
        return organisations.name(organisation);
    }

    private String find(ContractId contract) {
        try {
            return contracts.find(CurrentUser.caller(), contract).productName();
        } catch (Refusal unknown) {
            return contract.value();
        }
    }
}
