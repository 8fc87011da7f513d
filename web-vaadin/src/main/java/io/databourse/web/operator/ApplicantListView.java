package io.databourse.web.operator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.CurrentUser;
import io.databourse.web.shell.Names;
import io.databourse.web.shell.Shell;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Every organisation that ever applied, in whatever state.
@Route(value = "applicants", layout = Shell.class)
@Dependent
@RolesAllowed({Names.OPERATOR, Names.REGULATOR})
class ApplicantListView extends Page {
    @Inject
    ApplicantListView(MerchantService merchants) {
        crumbs(Texts.t("nav.section.trust"));
        title(Texts.t("nav.applicants"));
        show(
                new DataTable<Merchant>("applicants", Blocks.empty(Texts.t("merchants.empty")))
                        .column("merchant.name", Merchant::name, ApplicantListView::name)
                        .column(
                                "merchant.creditCode",
                                each -> each.creditCode().value(),
                                each -> Blocks.mono(each.creditCode().value()))
                        .column("merchant.type", each -> Texts.of(each.type()))
                        .column(
                                "table.state",
                                each -> Texts.of(each.state()),
                                each -> Tags.state(each.state()))
                        .column("merchant.contact", Merchant::contact)
                        .ordered(
                                "merchant.appliedAt",
                                Merchant::appliedAt,
                                each -> each.appliedAt().toString(),
                                each -> new When(each.appliedAt()))
                        .from(page -> merchants.all(CurrentUser.caller(), page)));
    }

    private static Component name(Merchant merchant) {
        return Blocks.div(
                "two",
                Blocks.link(merchant.name(), "applicants/" + merchant.id()),
                Blocks.mono(merchant.id().value()));
    }
}
