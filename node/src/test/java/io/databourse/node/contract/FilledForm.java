package io.databourse.node.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.form.ModelContract;
import io.databourse.node.Json;

/// The form of a contract as the exchange fills it: with what the contract's other members say.
public final class FilledForm {
    private FilledForm() {}

    /// Writes the form into a contract that is complete but for it.
    public static ObjectNode into(ObjectNode contract) {
        var document = Json.write(contract);
        var agreement =
                FormCheck.agreement(
                        Json.parse(document, "contract"), ContractDocument.parse(document));
        contract.putObject("form")
                .put("code", ModelContract.CODE)
                .put("text", ModelContract.fill(agreement.blanks()));
        return contract;
    }
}
