package io.databourse.web.certificate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.databourse.registration.Certificate;
import io.databourse.registration.DataRight;
import io.databourse.registration.Grade;
import io.databourse.registration.SourceKind;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.Figures;
import io.databourse.web.parts.Texts;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The certificate, 数据产品登记凭证, read from the signed document itself: what is shown is what was
/// signed.
final class CertificateSheet extends Div {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PUBLIC_URL =
            System.getProperty("bourse.public.url", "http://localhost:8080");

    CertificateSheet(Certificate certificate) {
        JsonNode document = JSON.readTree(certificate.document());
        addClassName("cert");
        H2 heading = new H2(Texts.t("certificate.heading"));
        Paragraph below =
                new Paragraph(
                        Texts.t("certificate.headingOther") + " · " + text(document, "disclaimer"));
        below.addClassName("muted");
        add(heading, below, facts(document));
        add(
                Blocks.div(
                        "cert-foot",
                        new QrCode(
                                Texts.t("certificate.qr"),
                                PUBLIC_URL + "/certificates/" + certificate.number()),
                        Blocks.muted(Texts.t("certificate.check")),
                        Blocks.div(
                                "seal",
                                Blocks.text(Texts.t("certificate.seal")),
                                Blocks.text(Texts.t("certificate.sealKind")))));
    }

    private static Facts facts(JsonNode document) {
        return new Facts()
                .mono("certificate.number", text(document, "certificateNumber"))
                .add(
                        "product.name",
                        text(document, "productName") + " v" + text(document, "productVersion"))
                .mono("product.code", text(document, "productCode"))
                .add(
                        "product.holder",
                        Blocks.row(
                                Blocks.text(text(document, "holderName")),
                                Blocks.mono(text(document, "holderCreditCode"))))
                .add("sheet.rights", rights(document))
                .add("sheet.sourceKind", Texts.of(SourceKind.valueOf(text(document, "sourceKind"))))
                .add("sheet.grade", grade(document))
                .add("sheet.sector", Texts.ofCode("sector", text(document, "industry")))
                .add("sheet.region", text(document, "region"))
                .add("sheet.timeSpan", text(document, "timeSpan"))
                .add("product.rows", Figures.of(document.path("volumeRows").asLong()))
                .add("certificate.fields", fields(document))
                .add("sheet.restrictions", text(document, "restrictions"))
                .mono("certificate.fingerprint", text(document, "contentFingerprint"))
                .add(
                        "certificate.dates",
                        day(text(document, "registeredAt"))
                                + " / "
                                + text(document, "validThrough"))
                .add("certificate.issuer", text(document, "issuer"))
                .add("certificate.remarks", text(document, "remarks"));
    }

    private static String rights(JsonNode document) {
        List<String> rights =
                texts(document.path("rights")).stream()
                        .map(DataRight::valueOf)
                        .map(Texts::of)
                        .toList();
        return Texts.list(rights);
    }

    private static String grade(JsonNode document) {
        String personal =
                document.path("personalInformation").asBoolean()
                        ? " · " + Texts.t("product.personal")
                        : "";
        return Texts.of(Grade.valueOf(text(document, "grade"))) + personal;
    }

    private static String fields(JsonNode document) {
        return Texts.list(
                StreamSupport.stream(document.path("fields").spliterator(), false)
                        .map(field -> text(field, "name"))
                        .toList());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String day(String moment) {
        return moment.length() < 10 ? moment : moment.substring(0, 10);
    }
}
