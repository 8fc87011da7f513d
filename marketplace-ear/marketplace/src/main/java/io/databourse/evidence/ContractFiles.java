package io.databourse.evidence;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/// The filled form of a contract, 合同文本. Who may read a contract may have its files.
@ApplicationScoped
@Transactional
public class ContractFiles {
    private static final String STAGE = "contract";

    private final ContractService contracts;
    private final EvidenceStore evidence;

    @Inject
    ContractFiles(ContractService contracts, EvidenceStore evidence) {
        this.contracts = contracts;
        this.evidence = evidence;
    }

    /// The text as it stands in the signed document.
    public String text(Caller caller, ContractId id) {
        return contracts
                .find(caller, id)
                .formText()
                .orElseThrow(() ->
                        Refusal.of(
                                ErrorCode.NOT_FOUND,
                                "The contract %s was made before contracts had a text.",
                                id));
    }

    /// The text, and a page with the signatures and their places in the log.
    public byte[] pdf(Caller caller, ContractId id) {
        String text = text(caller, id);
        Contract contract = contracts.find(caller, id);
        // Both sides see where either signature is: it is a part of what they read.
        return new ContractPdf(contract, text, evidence.about(STAGE, id.value())).bytes();
    }
}
