package io.databourse.web.merchant;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.databourse.merchant.CreditCode;
import io.databourse.merchant.MerchantApplication;
import io.databourse.merchant.MerchantType;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.function.Consumer;

/// Asks to become a merchant. The credit code is checked while it is typed, by the same class that
/// the service checks it with.
final class MerchantApplicationForm extends Div {
    private final TextField name = Inputs.name(new TextField(), "name", "merchant.name");
    private final TextField creditCode =
            Inputs.name(new TextField(), "credit-code", "merchant.creditCode");
    private final Select<MerchantType> type = Inputs.name(new Select<>(), "type", "merchant.type");
    private final TextField contact = Inputs.name(new TextField(), "contact", "merchant.contact");

    MerchantApplicationForm(Consumer<MerchantApplication> apply) {
        addClassName("card");
        type.setItems(MerchantType.values());
        type.setItemLabelGenerator(Texts::of);
        type.setValue(MerchantType.TRADER);
        creditCode.setMaxLength(18);
        creditCode.setHelperText(Texts.t("merchant.creditCodeHint"));
        creditCode.setValueChangeMode(ValueChangeMode.ON_BLUR);
        creditCode.addValueChangeListener(change -> check(change.getValue()));
        add(
                Blocks.subtitle(Texts.t("merchant.apply")),
                Blocks.div("form", name, creditCode, type, contact),
                Blocks.row(
                        Actions.primary(
                                "apply", Texts.t("merchant.applyNow"), () -> submit(apply))));
    }

    private void check(String text) {
        try {
            new CreditCode(text.strip());
            creditCode.setInvalid(false);
        } catch (IllegalArgumentException wrong) {
            creditCode.setErrorMessage(
                    Texts.t("merchant.creditCodeWrong", String.valueOf(wrong.getMessage())));
            creditCode.setInvalid(true);
        }
    }

    private void submit(Consumer<MerchantApplication> apply) {
        Inputs.require(name, creditCode, contact);
        apply.accept(
                new MerchantApplication(
                        name.getValue().strip(),
                        creditCode.getValue().strip(),
                        Inputs.value(type),
                        contact.getValue().strip()));
    }
}
