package io.databourse.registration;

import io.databourse.call.Caller;
import io.databourse.crypto.ExchangeKeys;
import io.databourse.crypto.Pem;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/// Numbers, writes, signs and keeps certificates.
@ApplicationScoped
class CertificateIssuer {
    /// R-REG-13: at most five years.
    static final int YEARS = 5;

    private final RegistrationStore store;
    private final MerchantService merchants;
    private final ExchangeKeys keys;
    private final Clock clock;

    @Inject
    CertificateIssuer(
            RegistrationStore store, MerchantService merchants, ExchangeKeys keys, Clock clock) {
        this.store = store;
        this.merchants = merchants;
        this.keys = keys;
        this.clock = clock;
    }

    Certificate issue(DataProduct product) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ZonedDateTime local = now.atZone(ProductService.ZONE);
        int month = local.getYear() * 100 + local.getMonthValue();
        Merchant holder = merchants.find(Caller.system(), product.holder());
        CertificateRow row = new CertificateRow();
        row.number = CertificateNumber.of(month, store.nextSerial(month));
        row.productId = product.id().value();
        row.productName = product.sheet().name();
        row.holderName = holder.name();
        row.issuedAt = now;
        LocalDate lastDay = local.toLocalDate().plusYears(YEARS).minusDays(1);
        row.validUntil = lastDay.plusDays(1).atStartOfDay(ProductService.ZONE).toInstant();
        row.document = CertificateDocument.of(product, holder, row.number, local, lastDay);
        row.signature = keys.signer().signDocument(row.document);
        row.signerCertificate = Pem.of(keys.signerCertificate());
        store.insert(row);
        return row.toCertificate(now);
    }
}
