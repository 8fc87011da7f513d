package io.databourse.registration;

import io.databourse.call.Json;
import io.databourse.merchant.Merchant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/// The text that a certificate is. Its fields stand in a fixed order; the bytes are signed as they
/// are and never written again.
final class CertificateDocument {
    private static final String DISCLAIMER = "平台自行出具，非数据产权登记凭证";

    private CertificateDocument() {}

    static String of(
            DataProduct product,
            Merchant holder,
            String number,
            ZonedDateTime issuedAt,
            LocalDate lastDay) {
        SpecificationSheet sheet = product.sheet();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "databourse/certificate/1");
        fields.put("certificateNumber", number);
        fields.put("productId", product.id().value());
        fields.put("productCode", product.code());
        fields.put("productVersion", product.version());
        fields.put("productName", sheet.name());
        fields.put("overview", sheet.overview());
        fields.put("holderName", holder.name());
        fields.put("holderCreditCode", holder.creditCode().value());
        fields.put("rights", new TreeSet<>(sheet.rights()));
        fields.put("sourceKind", sheet.sourceKind());
        fields.put("industry", sheet.sector());
        fields.put("region", sheet.region());
        fields.put("timeSpan", sheet.timeSpan());
        fields.put("updateFrequency", sheet.updateFrequency());
        fields.put("volumeRows", product.rowCount());
        fields.put("form", "structured table");
        fields.put("fields", sheet.fields());
        fields.put("grade", sheet.grade());
        fields.put("personalInformation", sheet.personalInformation());
        fields.put("restrictions", sheet.restrictions());
        fields.put("deliveryModes", new String[] {"private computation at the holder's node"});
        fields.put("contentFingerprint", product.contentHash());
        fields.put("remarks", product.reason().orElse(""));
        fields.put("registeredAt", issuedAt.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        fields.put("validThrough", lastDay.toString());
        fields.put("issuer", "Databourse");
        fields.put("disclaimer", DISCLAIMER);
        return Json.write(fields);
    }
}
