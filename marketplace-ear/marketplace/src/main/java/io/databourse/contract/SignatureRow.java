package io.databourse.contract;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "contract_signature")
@IdClass(SignatureRow.Key.class)
class SignatureRow {
    @Id
    @Column(name = "contract_id")
    String contractId;

    @Id
    @Enumerated(EnumType.STRING)
    PartyRole role;

    @Column(name = "merchant_id")
    String merchantId;

    String organisation;

    @Column(name = "node_id")
    String nodeId;

    @Enumerated(EnumType.STRING)
    SignatureState state;

    int tries;
    @Nullable String reason;
    @Nullable String signature;
    @Nullable String certificate;

    @Column(name = "signed_at")
    @Nullable Instant signedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected SignatureRow() {}

    SignatureRow(ContractId contract, PartySignature from) {
        contractId = contract.value();
        role = from.role();
        merchantId = from.merchantId().value();
        organisation = from.organisation();
        nodeId = from.nodeId().value();
        state = from.state();
        update(from);
    }

    final void update(PartySignature from) {
        state = from.state();
        tries = from.tries();
        reason = from.reason().orElse(null);
        signature = from.signature().orElse(null);
        certificate = from.certificate().orElse(null);
        signedAt = from.signedAt().orElse(null);
    }

    PartySignature toSignature() {
        return new PartySignature(
                role,
                new MerchantId(merchantId),
                organisation,
                new NodeId(nodeId),
                state,
                tries,
                Optional.ofNullable(reason),
                Optional.ofNullable(signature),
                Optional.ofNullable(certificate),
                Optional.ofNullable(signedAt));
    }

    record Key(String contractId, PartyRole role) implements Serializable {}
}
