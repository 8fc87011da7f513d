package io.databourse.web.contract;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractState;
import io.databourse.contract.UsagePolicy;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;

/// Contracts in plain sentences.
final class ContractTexts {
    private ContractTexts() {}

    static Component state(Contract contract) {
        return contract.expired() && contract.state() == ContractState.ACTIVE
                ? Tags.bad(Texts.t("contract.expired"))
                : Tags.state(contract.state());
    }

    static UnorderedList policy(Contract contract, Tasks tasks) {
        UsagePolicy policy = contract.policy();
        UnorderedList list = new UnorderedList();
        list.addClassName("sentences");
        list.add(
                sentence(Texts.t("policy.purpose", Purposes.of(policy.purposes()))),
                sentence(Texts.t("policy.task", tasks.titles(policy.tasks()))),
                sentence(Texts.t("policy.runs", policy.maximumRuns())),
                new ListItem(
                        Blocks.text(Texts.t("policy.until") + " "), new When(policy.notAfter())),
                sentence(
                        policy.joinColumns().isEmpty()
                                ? Texts.t("policy.noJoin")
                                : Texts.t("policy.join", String.join(", ", policy.joinColumns()))),
                sentence(
                        policy.filterColumns().isEmpty()
                                ? Texts.t("policy.noFilter")
                                : Texts.t(
                                        "policy.filter",
                                        String.join(", ", policy.filterColumns()))),
                sentence(
                        policy.resultColumns().isEmpty()
                                ? Texts.t("policy.noResult", contract.providerName())
                                : Texts.t(
                                        policy.room().isPresent() ? "policy.room" : "policy.result",
                                        String.join(", ", policy.resultColumns()))),
                sentence(recipients(contract)));
        // Every result has one row: a minimum of one says nothing.
        if (policy.minimumResultSize() > 1) {
            list.add(sentence(Texts.t("policy.minimum", policy.minimumResultSize())));
        }
        return list;
    }

    private static String recipients(Contract contract) {
        return contract.policy().givesResultToBoth()
                ? Texts.t(
                        "policy.recipients",
                        contract.consumerName(),
                        contract.providerName(),
                        String.join(", ", contract.policy().providerColumns()))
                : Texts.t("policy.recipient", contract.consumerName());
    }

    private static ListItem sentence(String text) {
        return new ListItem(text);
    }
}
