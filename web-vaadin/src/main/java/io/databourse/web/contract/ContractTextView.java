package io.databourse.web.contract;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.evidence.ContractFiles;
import io.databourse.web.parts.Address;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// The model contract text as the contract's document has it, to read before signing.
@Route(value = "contracts/:id/text", layout = Shell.class)
@Dependent
@RolesAllowed({Names.BUYER, Names.MERCHANT, Names.OPERATOR, Names.REGULATOR})
class ContractTextView extends Page implements BeforeEnterObserver {
    private final ContractService contracts;
    private final ContractFiles files;

    @Inject
    ContractTextView(ContractService contracts, ContractFiles files) {
        this.contracts = contracts;
        this.files = files;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ContractId id = Address.id(event, ContractId::new);
        Caller caller = CurrentUser.caller();
        Contract contract = contracts.find(caller, id);
        crumbs(
                Texts.t("nav.section.trade"),
                Blocks.link(Texts.t("nav.contracts"), "contracts"),
                Blocks.link(contract.productName(), ContractNavigation.address(id)));
        title(Texts.t("contract.text"));
        beside(ContractTexts.state(contract));
        actions(pdf(caller, id));
        show(
                Blocks.next(Texts.t("contract.textHint")),
                new FormSheet(files.text(caller, id)),
                Blocks.card(Texts.t("contract.hash"), Blocks.mono(contract.documentHash())));
    }

    private Anchor pdf(Caller caller, ContractId id) {
        return Downloads.link(
                "contract-pdf",
                Texts.t("contract.pdf"),
                "contract-%s.pdf".formatted(id),
                "application/pdf",
                () -> files.pdf(caller, id));
    }
}
