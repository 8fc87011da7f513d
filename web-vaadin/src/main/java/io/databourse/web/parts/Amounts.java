package io.databourse.web.parts;

import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.money.Money;
import java.util.Optional;

/// Fields for amounts in yuan.
public final class Amounts {
    private static final String EXAMPLE = "10000.00";

    private Amounts() {}

    public static TextField input(String id, String labelKey) {
        TextField field = Inputs.name(new TextField(), id, labelKey);
        field.setPlaceholder(EXAMPLE);
        field.setPrefixComponent(Blocks.text("¥"));
        return field;
    }

    /// What was typed; refuses if that is no amount.
    public static Money of(TextField field) {
        String text = field.getValue().strip();
        try {
            return Money.cny(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.VALIDATION_FAILED, Texts.t("wallet.notAmount", text))
                    .at(
                            new FieldError(
                                    "/" + field.getLabel(),
                                    text.isEmpty() ? Texts.t("input.missing") : text,
                                    EXAMPLE));
        }
    }

    /// The same, but nothing is an answer too.
    public static Optional<Money> ifAny(TextField field) {
        return field.isEmpty() ? Optional.empty() : Optional.of(of(field));
    }
}
