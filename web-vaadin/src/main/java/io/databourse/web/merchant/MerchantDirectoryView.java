package io.databourse.web.merchant;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.DataTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;
import io.databourse.web.parts.When;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// Who trades here.
@Route(value = "merchants", layout = Shell.class)
@Dependent
@AnonymousAllowed
class MerchantDirectoryView extends Page {
    @Inject
    MerchantDirectoryView(MerchantService merchants) {
        crumbs(Texts.t("nav.section.market"));
        title(Texts.t("nav.merchants"));
        show(
                new DataTable<Merchant>("merchants", Blocks.empty(Texts.t("merchants.empty")))
                        .column("merchant.name", Merchant::name)
                        .column(
                                "merchant.creditCode",
                                each -> each.creditCode().value(),
                                each -> Blocks.mono(each.creditCode().value()))
                        .column("merchant.type", each -> Texts.of(each.type()))
                        .ordered(
                                "merchant.since",
                                each -> each.decidedAt().orElse(each.appliedAt()),
                                each -> each.decidedAt().orElse(each.appliedAt()).toString(),
                                each -> When.day(each.decidedAt().orElse(each.appliedAt())))
                        .from(merchants::directory));
    }
}
