package io.databourse.registration;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;

/// What happens in registration.
public sealed interface RegistrationEvent {
    Instant at();

    record ProfileDone(
            ProfileId profileId,
            NodeId nodeId,
            String source,
            long rowCount,
            String contentHash,
            Instant at)
            implements RegistrationEvent {}

    record ProfileFailed(ProfileId profileId, NodeId nodeId, String source, String code, Instant at)
            implements RegistrationEvent {}

    record ProductSubmitted(
            ProductId productId,
            MerchantId holder,
            String sheetHash,
            String contentHash,
            Instant at)
            implements RegistrationEvent {}

    record ReviewStarted(ProductId productId, MerchantId holder, Instant at)
            implements RegistrationEvent {}

    record NoticeOpened(ProductId productId, MerchantId holder, LocalDate endsOn, Instant at)
            implements RegistrationEvent {}

    record ProductRegistered(
            ProductId productId,
            MerchantId holder,
            String certificateNumber,
            String certificateHash,
            Instant at)
            implements RegistrationEvent {}

    record ProductRejected(ProductId productId, MerchantId holder, String reason, Instant at)
            implements RegistrationEvent {}

    record ProductCancelled(
            ProductId productId,
            MerchantId holder,
            String certificateNumber,
            String reason,
            Instant at)
            implements RegistrationEvent {}
}
