package io.databourse.web.parts;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/// Asks why, before something is ended.
public final class ReasonDialog extends Dialog {
    public ReasonDialog(String title, Consumer<String> command) {
        this(title, "", command);
    }

    /// @param consequences what will happen, said before it does
    public ReasonDialog(String title, String consequences, Consumer<String> command) {
        setHeaderTitle(title);
        TextArea reason = Inputs.name(new TextArea(), "reason", "input.reason");
        reason.setWidthFull();
        setWidth("480px");
        if (!consequences.isEmpty()) {
            add(Blocks.paragraph(consequences));
        }
        add(Blocks.div("form one", reason));
        getFooter()
                .add(
                        Actions.quiet("reason-cancel", Texts.t("action.cancel"), this::close),
                        Actions.danger(
                                "reason-confirm",
                                title,
                                () -> {
                                    Inputs.require(reason);
                                    command.accept(reason.getValue());
                                    close();
                                }));
    }
}
