package io.databourse.contract;

import io.databourse.json.Json;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.order.OrderId;
import io.databourse.pricing.ChargingTerms;
import io.databourse.registration.ProductId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

@Entity
@Table(name = "contract_contract")
class ContractRow {
    @Id String id;

    @Column(name = "order_id")
    String orderId;

    @Column(name = "product_id")
    String productId;

    @Column(name = "product_name")
    String productName;

    @Column(name = "provider_id")
    String providerId;

    @Column(name = "provider_name")
    String providerName;

    @Column(name = "consumer_id")
    String consumerId;

    @Column(name = "consumer_name")
    String consumerName;

    @Enumerated(EnumType.STRING)
    ContractState state;

    String policy;
    long price;

    @Enumerated(EnumType.STRING)
    CurrencyCode currency;

    long units;
    String charging;
    String document;

    @Column(name = "document_hash")
    String documentHash;

    @Column(name = "not_after")
    Instant notAfter;

    int supplements;

    @Column(name = "added_price")
    long addedPrice;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ContractRow() {}

    ContractRow(Contract contract) {
        id = contract.id().value();
        orderId = contract.orderId().value();
        productId = contract.productId().value();
        productName = contract.productName();
        providerId = contract.provider().value();
        providerName = contract.providerName();
        consumerId = contract.consumer().value();
        consumerName = contract.consumerName();
        state = contract.state();
        policy = Json.write(contract.policy());
        price = contract.price().minor();
        currency = contract.price().currency();
        units = contract.units();
        charging = Json.write(contract.charging());
        document = contract.document();
        documentHash = contract.documentHash();
        notAfter = contract.policy().notAfter();
        createdAt = contract.createdAt();
    }

    /// The contract goes on with what was added to it.
    void add(Supplement supplement) {
        supplements++;
        addedPrice = Math.addExact(addedPrice, supplement.price().minor());
        notAfter = supplement.validUntil();
    }

    Contract toContract(List<SignatureRow> signatures, List<Supplement> inForce, Instant now) {
        return new Contract(
                new ContractId(id),
                new OrderId(orderId),
                new ProductId(productId),
                productName,
                new MerchantId(providerId),
                providerName,
                new MerchantId(consumerId),
                consumerName,
                state,
                Json.read(policy, UsagePolicy.class),
                Money.ofMinor(price, currency),
                units,
                Json.read(charging, ChargingTerms.class),
                document,
                documentHash,
                signatures.stream().map(SignatureRow::toSignature).toList(),
                createdAt,
                inForce,
                now.isAfter(notAfter));
    }
}
