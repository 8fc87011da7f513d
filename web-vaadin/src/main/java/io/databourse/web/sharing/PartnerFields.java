package io.databourse.web.sharing;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.databourse.merchant.Merchant;
import io.databourse.settlement.Partner;
import io.databourse.settlement.PartnerRole;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.List;

/// Who has a share, and as what.
final class PartnerFields extends Div {
    private final ComboBox<Merchant> party = new ComboBox<>();
    private final Select<PartnerRole> role = new Select<>();

    PartnerFields(String prefix, List<Merchant> merchants) {
        addClassName("fields");
        Inputs.name(party, prefix + "-party", "sharing.party");
        party.setItems(merchants);
        party.setItemLabelGenerator(Merchant::name);
        Inputs.name(role, prefix + "-role", "sharing.role");
        role.setItems(PartnerRole.values());
        role.setItemLabelGenerator(Texts::of);
        role.setValue(PartnerRole.PROVIDER);
        add(party, role);
    }

    Partner partner() {
        Inputs.require(party);
        return new Partner(Inputs.value(party).id(), Inputs.value(role));
    }

    void show(Partner partner) {
        party.getListDataView()
                .getItems()
                .filter(each -> each.id().equals(partner.party()))
                .findFirst()
                .ifPresent(party::setValue);
        role.setValue(partner.role());
    }
}
