package io.databourse.web.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.Decision;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.function.BiConsumer;

/// Shows what is to be judged and takes the decision. A refusal needs a reason.
final class ReviewDialog extends Dialog {
    private final Runnable done;

    ReviewDialog(String title, Component facts, Runnable done) {
        this.done = done;
        setHeaderTitle(title);
        setWidth("760px");
        add(facts);
        getFooter().add(Actions.quiet("review-close", Texts.t("action.close"), this::close));
    }

    void offer(String id, String text, Runnable command) {
        getFooter().add(Actions.primary(id, text, () -> act(command)));
    }

    void offerStart(Runnable command) {
        add(Blocks.next(Texts.t("review.startHint")));
        offer("review-start", Texts.t("review.start"), command);
    }

    void offerDecision(BiConsumer<Boolean, String> decide) {
        TextArea reason = reason();
        add(Blocks.div("form one", reason));
        getFooter()
                .add(
                        Actions.danger(
                                "review-refuse",
                                Texts.t("review.refuse"),
                                () -> act(() -> decide.accept(false, reason.getValue()))));
        offer(
                "review-approve",
                Texts.t("review.approve"),
                () -> decide.accept(true, reason.getValue()));
    }

    /// For products: the public notice of five working days may be left out with a reason.
    void offerDecisionWithNotice(BiConsumer<Decision, String> decide) {
        TextArea reason = reason();
        TextField waiver = Inputs.name(new TextField(), "review-waiver", "review.waiver");
        waiver.setHelperText(Texts.t("review.waiverHint"));
        add(Blocks.div("form one", reason, waiver));
        getFooter()
                .add(
                        Actions.danger(
                                "review-refuse",
                                Texts.t("review.refuse"),
                                () ->
                                        act(() ->
                                                decide.accept(
                                                        new Decision(false, reason.getValue()),
                                                        ""))));
        offer(
                "review-approve",
                Texts.t("review.approve"),
                () -> decide.accept(new Decision(true, reason.getValue()), waiver.getValue()));
    }

    private static TextArea reason() {
        return Inputs.name(new TextArea(), "review-reason", "review.reason");
    }

    private void act(Runnable command) {
        command.run();
        close();
        done.run();
    }
}
