package io.databourse.web.evidence;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.evidence.Checkpoint;
import io.databourse.evidence.EvidenceService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;

/// The newest checkpoint; its signature is checked here, not taken on trust.
final class CheckpointCard extends Div {
    CheckpointCard(EvidenceService evidence) {
        addClassName("card");
        add(new H2(Texts.t("evidence.checkpoint")));
        try {
            fill(evidence.checkpoint());
        } catch (Refusal refusal) {
            if (refusal.code() != ErrorCode.NOT_READY) {
                throw refusal;
            }
            add(Blocks.muted(Texts.t("evidence.empty")));
        }
    }

    private void fill(Checkpoint checkpoint) {
        boolean valid = ProofCheck.isSigned(checkpoint);
        add(
                new Facts()
                        .add(
                                "evidence.signature",
                                valid
                                        ? Tags.good(Texts.t("evidence.signed"))
                                        : Tags.bad(Texts.t("evidence.notSigned")))
                        .add("evidence.size", Figures.of(checkpoint.treeSize()))
                        .mono("evidence.root", checkpoint.rootHash())
                        .add("evidence.at", new When(checkpoint.at())),
                new Details(Texts.t("evidence.note"), new Pre(checkpoint.text())));
    }
}
