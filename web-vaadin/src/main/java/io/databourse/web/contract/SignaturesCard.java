package io.databourse.web.contract;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import io.databourse.contract.PartySignature;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Said;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import java.util.List;

/// Who has signed a contract, with which node.
final class SignaturesCard extends Div {
    SignaturesCard(List<PartySignature> signatures) {
        addClassName("card");
        add(new H2(Texts.t("contract.signatures")));
        signatures.forEach(each -> add(Blocks.div("signature", facts(each))));
    }

    private static Facts facts(PartySignature signature) {
        Facts facts =
                new Facts()
                        .add(
                                "contract.party",
                                Texts.of(signature.role()) + " · " + signature.organisation())
                        .add("table.state", Tags.state(signature.state()))
                        .mono("contract.node", signature.nodeId().value());
        signature.reason().ifPresent(why -> facts.add("contract.reason", Said.text(why)));
        signature.signedAt().ifPresent(at -> facts.add("contract.signedAt", new When(at)));
        signature.signature().ifPresent(text -> facts.mono("contract.signature", text));
        return facts;
    }
}
