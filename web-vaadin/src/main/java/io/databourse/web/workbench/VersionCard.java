package io.databourse.web.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.databourse.algorithm.Submission;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.workbench.Versions.Entry;
import java.util.Optional;

/// One version: its hash, and what the contract's provider has said of it.
final class VersionCard extends Div {
    VersionCard(Versions versions, Entry entry, long reviewers, Runnable done) {
        Optional<Submission> submission = versions.submission(entry);
        Component state = state(entry, submission);
        state.setId("algorithm-state");
        Facts facts =
                new Facts()
                        .add("table.state", state)
                        .mono("algorithm.sha256", entry.version().sha256());
        submission
                .flatMap(Submission::reason)
                .ifPresent(why -> facts.add("input.reason", Said.text(why)));
        add(facts, Blocks.next(Texts.t(next(entry, submission), reviewers)));
        Div actions = Blocks.row();
        if (!entry.isDeprecated() && submission.isEmpty()) {
            actions.add(
                    Actions.command(
                            "submit-algorithm",
                            Texts.t("algorithm.submit"),
                            () -> {
                                versions.submit(entry);
                                done.run();
                            }));
        }
        if (!entry.isDeprecated()) {
            actions.add(
                    Actions.danger(
                            "deprecate-algorithm",
                            Texts.t("algorithm.deprecate"),
                            () -> {
                                versions.deprecate(entry);
                                done.run();
                            }));
        }
        add(actions);
        addClassName("stack");
    }

    private static Component state(Entry entry, Optional<Submission> submission) {
        return Tags.code(
                "algorithmState",
                entry.isDeprecated()
                        ? "DEPRECATED"
                        : submission.map(each -> each.state().name()).orElse("DRAFT"));
    }

    private static String next(Entry entry, Optional<Submission> submission) {
        return entry.isDeprecated()
                ? "algorithm.next.DEPRECATED"
                : submission
                        .map(each -> "algorithm.next." + each.state())
                        .orElse("algorithm.next.DRAFT");
    }
}
