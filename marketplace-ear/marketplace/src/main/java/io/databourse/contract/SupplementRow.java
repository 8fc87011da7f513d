package io.databourse.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "contract_supplement")
class SupplementRow {
    @Id String id;

    @Column(name = "contract_id")
    String contractId;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "provider_id")
    String providerId;

    @Column(name = "consumer_id")
    String consumerId;

    @Enumerated(EnumType.STRING)
    ContractState state;

    long units;
    long price;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    @Column(name = "valid_until")
    Instant validUntil;

    String rollover;
    String document;

    @Column(name = "document_hash")
    String documentHash;

    String signatures;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected SupplementRow() {}

    SupplementRow(Supplement supplement) {
        id = supplement.id().value();
        contractId = supplement.contractId().value();
        orderId = supplement.orderId().value();
        providerId = supplement.provider().value();
        consumerId = supplement.consumer().value();
        units = supplement.units();
        price = supplement.price().minor();
        currency = supplement.price().currency();
        validUntil = supplement.validUntil();
        rollover = Json.write(supplement.rollover());
        document = supplement.document();
        documentHash = supplement.documentHash();
        createdAt = supplement.createdAt();
        state = supplement.state();
        signatures = Json.write(supplement.signatures());
    }

    /// Nothing else of a supplement ever changes.
    void update(Supplement supplement) {
        state = supplement.state();
        signatures = Json.write(supplement.signatures());
    }

    Supplement toSupplement() {
        return new Supplement(
                new SupplementId(id),
                new ContractId(contractId),
                new OrderId(orderId),
                new MerchantId(providerId),
                new MerchantId(consumerId),
                state,
                units,
                Money.ofMinor(price, currency),
                validUntil,
                Json.read(rollover, Rollover.class),
                document,
                documentHash,
                Json.read(signatures, new TypeReference<List<PartySignature>>() {}),
                createdAt);
    }
}
