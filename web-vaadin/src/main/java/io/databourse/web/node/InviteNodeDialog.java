package io.databourse.web.node;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.membership.NodeInvitation;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.function.Function;

/// Invites a node. The join token is shown this once: the exchange keeps only its hash.
final class InviteNodeDialog extends Dialog {
    private final TextField name = Inputs.name(new TextField(), "node-name", "node.name");
    private final Runnable invited;

    InviteNodeDialog(Function<String, NodeInvitation> invite, Runnable invited) {
        this.invited = invited;
        setHeaderTitle(Texts.t("node.invite"));
        add(Blocks.paragraph(Texts.t("node.inviteHint")), Blocks.div("form one", name));
        getFooter()
                .add(
                        Actions.quiet("invite-cancel", Texts.t("action.cancel"), this::close),
                        Actions.primary(
                                "invite-confirm",
                                Texts.t("node.invite"),
                                () -> {
                                    Inputs.require(name);
                                    showToken(invite.apply(name.getValue().strip()));
                                }));
    }

    private void showToken(NodeInvitation invitation) {
        removeAll();
        getFooter().removeAll();
        setCloseOnOutsideClick(false);
        var token = Blocks.mono(invitation.joinToken());
        token.setId("join-token");
        token.addClassName("token");
        add(
                Blocks.next(Texts.t("node.tokenOnce")),
                new Facts().mono("node.id", invitation.nodeId().value()).add("node.token", token),
                Blocks.paragraph(Texts.t("node.tokenHint")));
        getFooter()
                .add(
                        Actions.primary(
                                "token-done",
                                Texts.t("action.done"),
                                () -> {
                                    close();
                                    invited.run();
                                }));
    }
}
