package io.databourse.web.certificate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.streams.UploadHandler;
import io.databourse.registration.CertificateService;
import io.databourse.registration.Verification;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/// Anybody can check a certificate: by its number, or with the file and its signature.
@Route(value = "certificates", layout = Shell.class)
@Dependent
@AnonymousAllowed
class CertificateCheckView extends Page {
    private static final int MOST_BYTES = 1 << 20;

    private final CertificateService certificates;
    private final TextField number =
            Inputs.name(new TextField(), "certificate-number", "certificate.number");
    private final TextArea document =
            Inputs.name(new TextArea(), "certificate-document", "certificate.document");
    private final TextArea signature =
            Inputs.name(new TextArea(), "certificate-signature", "certificate.signature");
    private final Div answer = Blocks.div("answer");

    @Inject
    CertificateCheckView(CertificateService certificates) {
        this.certificates = certificates;
        crumbs(Texts.t("nav.section.trust"));
        title(Texts.t("nav.certificates"));
        number.setPlaceholder("DXC-31-1-202611-0001-7");
        document.addClassName("code");
        document.setHeight("220px");
        signature.addClassName("code");
        answer.getElement().setAttribute("aria-live", "polite");
        show(Blocks.div("grid g2", byFile(), Blocks.div("grid", byNumber(), answer)));
    }

    private Component byNumber() {
        return Blocks.card(
                Texts.t("certificate.byNumber"),
                Blocks.div(
                        "row end-aligned inline",
                        number,
                        Actions.primary(
                                "look-up",
                                Texts.t("certificate.lookUp"),
                                () -> {
                                    Inputs.require(number);
                                    UI.getCurrent()
                                            .navigate("certificates/" + number.getValue().strip());
                                })));
    }

    private Component byFile() {
        return Blocks.card(
                Texts.t("certificate.byFile"),
                Blocks.paragraph(Texts.t("certificate.byFileHint")),
                Blocks.div(
                        "form",
                        upload("upload-document", document),
                        upload("upload-signature", signature)),
                Blocks.div("form one", document, signature),
                Blocks.row(Actions.primary("verify", Texts.t("certificate.verify"), this::verify)));
    }

    private static Upload upload(String id, TextArea target) {
        Upload upload =
                new Upload(
                        UploadHandler.inMemory((meta, bytes) ->
                                target.setValue(new String(bytes, StandardCharsets.UTF_8))));
        upload.setId(id);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setUploadButton(new Button(Texts.t("certificate.upload", target.getLabel())));
        return upload;
    }

    private void verify() {
        Inputs.require(document, signature);
        Verification verification =
                certificates.verify(document.getValue(), signature.getValue().strip());
        var verdict = Tags.state(verification.result());
        verdict.setId("verdict");
        Div card =
                Blocks.card(
                        Texts.t("certificate.result"),
                        verdict,
                        Blocks.paragraph(Texts.t("certificate.says." + verification.result())));
        verification
                .certificate()
                .ifPresent(found ->
                        card.add(
                                new Facts()
                                        .add(
                                                "certificate.number",
                                                Blocks.mono(
                                                        found.number(),
                                                        "certificates/" + found.number()))
                                        .add("product.name", found.productName())
                                        .add("product.holder", found.holderName())));
        answer.removeAll();
        answer.add(card);
    }
}
