package io.databourse.web.job;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.contract.Contract;
import io.databourse.contract.UsagePolicy;
import io.databourse.dispatch.JobRequest;
import io.databourse.dispatch.OtherInput;
import io.databourse.dispatch.OwnInput;
import io.databourse.dispatch.ResultColumns;
import io.databourse.membership.PartyNode;
import io.databourse.membership.SourceCard;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Purposes;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What a job shall compute: the own side freely, the other within the contract.
final class NewJobForm extends Div {
    private final Contract contract;
    private final Select<String> task = new Select<>();
    private final Select<String> purpose = new Select<>();
    private final Select<String> source = new Select<>();
    private final TextField join = new TextField();
    private final TextField result = new TextField();
    private final ConditionEditor own;
    private final MultiSelectComboBox<String> otherJoin = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<String> otherResult = new MultiSelectComboBox<>();
    private final ConditionEditor other;
    private final TaskFields parameters;
    private final Tasks tasks;

    NewJobForm(
            Contract contract,
            PartyNode node,
            List<String> ownColumns,
            Tasks tasks,
            BiConsumer<NewJobForm, JobRequest> preview) {
        this.contract = contract;
        this.tasks = tasks;
        UsagePolicy policy = contract.policy();
        own = new ConditionEditor("own", ownColumns, true);
        other = new ConditionEditor("other", policy.filterColumns(), false);
        parameters = new TaskFields(tasks);
        columns(policy);
        choices(policy, node);
        addClassName("grid");
        add(
                Blocks.card(Texts.t("job.what"), Blocks.div("form", task, purpose), parameters),
                Blocks.card(
                        Texts.t("job.ownSide", contract.consumerName()),
                        Blocks.paragraph(Texts.t("job.ownHint")),
                        Blocks.div("form", source, join, result),
                        own),
                Blocks.card(
                        Texts.t("job.otherSide", contract.providerName()),
                        Blocks.paragraph(Texts.t("job.otherHint")),
                        Blocks.div("form", otherJoin, otherResult),
                        other),
                Blocks.row(
                        Actions.primary(
                                "preview",
                                Texts.t("job.preview"),
                                () -> preview.accept(this, request()))));
    }

    Contract contract() {
        return contract;
    }

    private void choices(UsagePolicy policy, PartyNode node) {
        Inputs.name(task, "job-task", "terms.tasks");
        task.setItems(policy.tasks());
        task.setItemLabelGenerator(tasks::title);
        task.addValueChangeListener(change -> show(change.getValue()));
        task.setValue(policy.tasks().getFirst());
        Inputs.name(purpose, "job-purpose", "terms.purposes");
        purpose.setItems(policy.purposes());
        purpose.setItemLabelGenerator(Purposes::of);
        purpose.setValue(policy.purposes().getFirst());
        List<String> sources = node.sources().stream().map(SourceCard::name).toList();
        Inputs.name(source, "job-source", "job.source");
        source.setItems(sources);
        source.setHelperText(Texts.t("job.sourceHint", node.name()));
        sources.stream().findFirst().ifPresent(source::setValue);
    }

    private void columns(UsagePolicy policy) {
        Inputs.name(join, "job-join", "job.ownJoin");
        join.setValue(String.join(", ", policy.joinColumns()));
        join.setHelperText(Texts.t("job.commas"));
        Inputs.name(result, "job-result", "job.ownResult");
        result.setHelperText(Texts.t("job.resultHint"));
        Inputs.name(otherJoin, "job-other-join", "job.otherJoin");
        otherJoin.setItems(policy.joinColumns());
        otherJoin.setValue(Set.copyOf(policy.joinColumns()));
        otherJoin.setHelperText(Texts.t("job.otherJoinHint"));
        Inputs.name(otherResult, "job-other-result", "job.otherResult");
        otherResult.setHelperText(Texts.t("job.otherResultHint"));
        otherResult.setItems(policy.resultColumns());
    }

    /// Another task makes its result of other columns, and has other parameters.
    private void show(String name) {
        parameters.show(name);
        result.setVisible(tasks.find(name).filter(ResultColumns::areConsumers).isPresent());
        otherResult.setVisible(
                tasks.find(name).flatMap(ResultColumns::ofProvider).isPresent()
                        && !contract.policy().resultColumns().isEmpty());
    }

    private JobRequest request() {
        Inputs.require(join);
        if (result.isVisible()) {
            Inputs.require(result);
        }
        Inputs.require(source);
        return new JobRequest(
                contract.id(),
                Inputs.value(task),
                Inputs.value(purpose),
                new OwnInput(
                        Inputs.value(source),
                        ConditionEditor.separated(join.getValue()),
                        result.isVisible()
                                ? ConditionEditor.separated(result.getValue())
                                : List.of(),
                        own.conditions()),
                new OtherInput(
                        chosen(otherJoin, contract.policy().joinColumns()),
                        other.conditions(),
                        otherResult.isVisible()
                                ? chosen(otherResult, contract.policy().resultColumns())
                                : List.of()),
                parameters.values(Inputs.value(task)),
                Optional.empty());
    }

    /// In the contract's order: columns of a key are compared one by one.
    private static List<String> chosen(MultiSelectComboBox<String> field, List<String> all) {
        return all.stream().filter(field.getValue()::contains).toList();
    }
}
