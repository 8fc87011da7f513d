package io.databourse.web.certificate;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.registration.Certificate;
import io.databourse.registration.CertificateService;
import io.databourse.registration.Verification;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Downloads;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// One certificate as it prints. Its signature is checked anew each time the page is opened.
@Route(value = "certificates/:id", layout = Shell.class)
@Dependent
@AnonymousAllowed
class CertificateView extends Page implements BeforeEnterObserver {
    private final CertificateService certificates;

    @Inject
    CertificateView(CertificateService certificates) {
        this.certificates = certificates;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Certificate certificate =
                certificates.find(event.getRouteParameters().get("id").orElse(""));
        Verification.Result result =
                certificates.verify(certificate.document(), certificate.signature()).result();
        crumbs(
                Texts.t("nav.section.trust"),
                Blocks.link(Texts.t("nav.certificates"), "certificates"));
        title(Texts.t("certificate.one"));
        var verdict = Tags.state(result);
        verdict.setId("certificate-verdict");
        beside(verdict);
        Anchor file =
                new Anchor(
                        Downloads.json(certificate.number() + ".json", certificate.document()),
                        Texts.t("certificate.file"));
        file.setRouterIgnore(true);
        Anchor signature =
                new Anchor(
                        Downloads.json(certificate.number() + ".sig", certificate.signature()),
                        Texts.t("certificate.signatureFile"));
        signature.setRouterIgnore(true);
        actions(
                file,
                signature,
                Actions.primary(
                        "print",
                        Texts.t("certificate.print"),
                        () -> getUI().ifPresent(ui -> ui.getPage().executeJs("window.print()"))));
        show(sentence(result), new CertificateSheet(certificate));
    }

    private static Div sentence(Verification.Result result) {
        return Blocks.next(Texts.t("certificate.says." + result));
    }
}
