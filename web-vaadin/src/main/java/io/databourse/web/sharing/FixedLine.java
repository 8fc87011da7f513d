package io.databourse.web.sharing;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.merchant.Merchant;
import io.databourse.settlement.Partner;
import io.databourse.settlement.SharingTerms.FixedPart;
import io.databourse.web.parts.Amounts;
import java.util.List;

/// An amount that is paid for each unit before anything else.
final class FixedLine extends Div {
    private final PartnerFields partner;
    private final TextField amount;

    FixedLine(String id, List<Merchant> merchants) {
        addClassName("fields");
        partner = new PartnerFields(id, merchants);
        amount = Amounts.input(id + "-amount", "sharing.fixedAmount");
        add(partner, amount);
    }

    void show(FixedPart part) {
        partner.show(new Partner(part.party(), part.role()));
        amount.setValue(part.amount().amount());
    }

    FixedPart part() {
        Partner who = partner.partner();
        return new FixedPart(who.party(), who.role(), Amounts.of(amount));
    }
}
