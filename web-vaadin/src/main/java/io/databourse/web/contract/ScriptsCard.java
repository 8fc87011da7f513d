package io.databourse.web.contract;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.algorithm.Algorithm;
import io.databourse.algorithm.AlgorithmVersion;
import io.databourse.algorithm.Submission;
import io.databourse.contract.ContractId;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.List;

/// The scripts that the buyer has submitted for a contract, and what the owner's people said. They
/// say it at their node; here is only what it told.
final class ScriptsCard extends Div {
    /// @param ownSide whether the reader's people decide
    ScriptsCard(List<Algorithm> algorithms, ContractId contract, boolean ownSide) {
        addClassNames("card", "stack");
        setId("scripts");
        add(new H2(Texts.t("contract.scripts")));
        boolean waiting = false;
        for (Algorithm algorithm : algorithms) {
            for (AlgorithmVersion version : algorithm.versions()) {
                for (Submission submission : version.submissions()) {
                    if (submission.contractId().equals(contract)) {
                        add(line(version, submission));
                        waiting |= submission.state() == Submission.State.SUBMITTED;
                    }
                }
            }
        }
        if (waiting && ownSide) {
            add(Blocks.next(Texts.t("contract.scriptsWait")));
        }
        setVisible(getComponentCount() > 1);
    }

    private static Div line(AlgorithmVersion version, Submission submission) {
        Div line =
                Blocks.div(
                        "lines",
                        Blocks.row(
                                Blocks.mono(version.reference()),
                                Tags.plain(Texts.ofCode("language", version.language())),
                                Tags.code("algorithmState", submission.state().name()),
                                new When(submission.decidedAt().orElse(submission.submittedAt()))));
        submission.reason().ifPresent(why -> line.add(Said.text(why)));
        return line;
    }
}
