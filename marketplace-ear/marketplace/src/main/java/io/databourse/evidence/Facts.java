package io.databourse.evidence;

import io.databourse.algorithm.AlgorithmEvent;
import io.databourse.catalog.CatalogEvent;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.SupplementEvent;
import io.databourse.dispatch.JobEvent;
import io.databourse.membership.MembershipEvent;
import io.databourse.merchant.MerchantEvent;
import io.databourse.metering.MeterEvent;
import io.databourse.order.OrderEvent;
import io.databourse.quota.BuyerFrozenChanged;
import io.databourse.quota.QuotaEvent;
import io.databourse.registration.RegistrationEvent;
import io.databourse.settlement.Charge;
import io.databourse.settlement.PartnerShare;
import io.databourse.settlement.SettlementEvent;
import io.databourse.settlement.SharingEvent;
import io.databourse.settlement.StatementEvent;
import io.databourse.settlement.dispute.DisputeEvent;
import io.databourse.settlement.invoice.InvoiceEvent;
import io.databourse.settlement.payout.PayoutEvent;
import io.databourse.settlement.reconciliation.ReconciliationEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Decides what each event leaves as evidence. The switches are exhaustive: a new kind of event
/// does not compile until somebody has decided.
final class Facts {
    private Facts() {}

    static Fact of(MerchantEvent event) {
        return fact("merchant", event, event.merchantId(), event.at());
    }

    static Fact of(MembershipEvent event) {
        return fact(
                "membership", event, event.nodeId(), event.at(), event.owner().stream().toArray());
    }

    static Fact of(RegistrationEvent event) {
        String stage = "registration";
        return switch (event) {
            case RegistrationEvent.ProfileDone e ->
                    fact(stage, e, e.profileId(), e.at(), e.nodeId());
            case RegistrationEvent.ProfileFailed e ->
                    fact(stage, e, e.profileId(), e.at(), e.nodeId());
            case RegistrationEvent.ProductSubmitted e ->
                    fact(stage, e, e.productId(), e.at(), e.holder());
            case RegistrationEvent.ReviewStarted e ->
                    fact(stage, e, e.productId(), e.at(), e.holder());
            case RegistrationEvent.NoticeOpened e ->
                    fact(stage, e, e.productId(), e.at(), e.holder());
            case RegistrationEvent.ProductRegistered e ->
                    fact(stage, e, e.productId(), e.at(), e.holder(), e.certificateNumber());
            case RegistrationEvent.ProductRejected e ->
                    fact(stage, e, e.productId(), e.at(), e.holder());
            case RegistrationEvent.ProductCancelled e ->
                    fact(stage, e, e.productId(), e.at(), e.holder(), e.certificateNumber());
        };
    }

    static Fact of(CatalogEvent event) {
        String stage = "catalog";
        return switch (event) {
            case CatalogEvent.Listed e ->
                    fact(stage, e, e.listingId(), e.at(), e.productId(), e.merchant());
            case CatalogEvent.Priced e ->
                    fact(stage, e, e.listingId(), e.at(), e.productId(), e.merchant());
            case CatalogEvent.Delisted e ->
                    fact(stage, e, e.listingId(), e.at(), e.productId(), e.merchant());
        };
    }

    static Fact of(OrderEvent event) {
        String stage = "order";
        return switch (event) {
            case OrderEvent.Placed e ->
                    fact(
                            stage,
                            e,
                            e.orderId(),
                            e.at(),
                            e.listingId(),
                            e.buyer(),
                            e.provider(),
                            e.reservation());
            case OrderEvent.Cancelled e ->
                    fact(stage, e, e.orderId(), e.at(), e.buyer(), e.provider(), e.reservation());
            case OrderEvent.ToppedUp e -> fact(stage, e, e.owner(), e.at(), e.transfer());
        };
    }

    static Fact of(ContractEvent event) {
        String stage = "contract";
        return switch (event) {
            case ContractEvent.Drafted e ->
                    fact(stage, e, e.contractId(), e.at(), e.orderId(), e.provider(), e.consumer());
            case ContractEvent.SignatureRequested e ->
                    fact(stage, e, e.contractId(), e.at(), e.party(), e.nodeId());
            case ContractEvent.Signed e ->
                    fact(stage, e, e.contractId(), e.at(), e.party(), e.nodeId());
            case ContractEvent.SignatureRefused e ->
                    fact(stage, e, e.contractId(), e.at(), e.party(), e.nodeId());
            case ContractEvent.Activated e ->
                    fact(stage, e, e.contractId(), e.at(), e.orderId(), e.provider(), e.consumer());
            case ContractEvent.Terminated e ->
                    fact(stage, e, e.contractId(), e.at(), e.provider(), e.consumer());
        };
    }

    static Fact of(SupplementEvent event) {
        String stage = "supplement";
        return switch (event) {
            case SupplementEvent.Drafted e ->
                    fact(
                            stage,
                            e,
                            e.supplementId(),
                            e.at(),
                            e.contractId(),
                            e.orderId(),
                            e.provider(),
                            e.consumer());
            case SupplementEvent.SignatureRequested e ->
                    fact(stage, e, e.supplementId(), e.at(), e.contractId(), e.party(), e.nodeId());
            case SupplementEvent.Signed e ->
                    fact(stage, e, e.supplementId(), e.at(), e.contractId(), e.party(), e.nodeId());
            case SupplementEvent.SignatureRefused e ->
                    fact(stage, e, e.supplementId(), e.at(), e.contractId(), e.party(), e.nodeId());
            case SupplementEvent.CameIntoForce e ->
                    fact(
                            stage,
                            e,
                            e.supplementId(),
                            e.at(),
                            e.contractId(),
                            e.orderId(),
                            e.provider(),
                            e.consumer());
            case SupplementEvent.Dropped e ->
                    fact(
                            stage,
                            e,
                            e.supplementId(),
                            e.at(),
                            e.contractId(),
                            e.provider(),
                            e.consumer());
        };
    }

    static Fact of(QuotaEvent event) {
        String stage = "quota";
        return switch (event) {
            case QuotaEvent.Granted e -> fact(stage, e, e.contractId(), e.at());
            case QuotaEvent.Held e -> fact(stage, e, e.contractId(), e.at(), e.holder());
            case QuotaEvent.Consumed e -> fact(stage, e, e.contractId(), e.at(), e.holder());
            case QuotaEvent.Released e -> fact(stage, e, e.contractId(), e.at(), e.holder());
            case QuotaEvent.Expired e -> fact(stage, e, e.contractId(), e.at(), e.packId());
            case QuotaEvent.RolledOver e ->
                    fact(stage, e, e.contractId(), e.at(), e.packId(), e.toPackId());
            case QuotaEvent.FrozenChanged e -> fact(stage, e, e.contractId(), e.at());
            case QuotaEvent.Reached e -> fact(stage, e, e.contractId(), e.at());
            case QuotaEvent.ExpiresSoon e -> fact(stage, e, e.contractId(), e.at(), e.packId());
        };
    }

    static Fact of(BuyerFrozenChanged event) {
        return fact("quota", event, event.buyer(), event.at());
    }

    static Fact of(AlgorithmEvent event) {
        String stage = "algorithm";
        return switch (event) {
            case AlgorithmEvent.Registered e -> fact(stage, e, e.algorithmId(), e.at(), e.owner());
            case AlgorithmEvent.Submitted e ->
                    fact(stage, e, e.algorithmId(), e.at(), e.contractId());
            case AlgorithmEvent.Approved e ->
                    fact(stage, e, e.algorithmId(), e.at(), e.contractId());
            case AlgorithmEvent.Rejected e ->
                    fact(stage, e, e.algorithmId(), e.at(), e.contractId());
            case AlgorithmEvent.VersionDeprecated e -> fact(stage, e, e.algorithmId(), e.at());
        };
    }

    static Fact of(JobEvent event) {
        var job = event.job();
        return fact(
                "dispatch",
                event,
                job.jobId(),
                event.at(),
                job.contractId(),
                job.consumer(),
                job.provider());
    }

    static Fact of(MeterEvent event) {
        return switch (event) {
            case MeterEvent.Recorded(var meter) ->
                    fact(
                            "metering",
                            event,
                            meter.id(),
                            meter.at(),
                            meter.jobId(),
                            meter.contractId(),
                            meter.consumer(),
                            meter.provider());
            // The calls are in the books; what outsiders need is the root of the receipts.
            case MeterEvent.Sealed(var batch) ->
                    new Fact(
                            "metering",
                            "Sealed",
                            "batch/" + batch.id(),
                            List.of(),
                            batch,
                            batch.at());
            case MeterEvent.Conflicted e ->
                    fact("metering", e, "calls/" + e.provider(), e.at(), e.provider());
        };
    }

    static Fact of(SettlementEvent event) {
        return switch (event) {
            case SettlementEvent.Recognised(var charge) ->
                    fact("settlement", event, charge.id(), charge.at(), related(charge));
            case SettlementEvent.Returned e ->
                    fact("settlement", e, e.contractId(), e.at(), e.consumer(), e.transfer());
            case SettlementEvent.Broken e ->
                    fact("settlement", e, e.contractId(), e.at(), e.consumer(), e.transfer());
            // Which calls these are says the root of the meter's batch.
            case SettlementEvent.CallsRecognised e ->
                    fact("settlement", e, "batch/" + e.batch(), e.at());
        };
    }

    private static Object[] related(Charge charge) {
        return Stream.of(
                        charge.transferId().stream(),
                        charge.jobId().stream(),
                        charge.original().stream(),
                        Stream.of(charge.contractId(), charge.consumer(), charge.provider()),
                        charge.partners().stream().map(PartnerShare::party))
                .flatMap(each -> each)
                .toArray();
    }

    static Fact of(SharingEvent event) {
        return switch (event) {
            case SharingEvent.Agreed e ->
                    fact(
                            "settlement",
                            e,
                            "sharing/" + e.contractId() + "/" + e.version(),
                            e.at(),
                            e.provider());
        };
    }

    static Fact of(StatementEvent event) {
        String stage = "settlement";
        return switch (event) {
            case StatementEvent.BooksCut e -> fact(stage, e, "books/" + e.period(), e.at());
            case StatementEvent.Closed e -> fact(stage, e, e.id(), e.at(), e.party());
        };
    }

    static Fact of(DisputeEvent event) {
        return fact(
                "settlement",
                event,
                event.id(),
                event.at(),
                event.contractId(),
                event.consumer(),
                event.provider());
    }

    static Fact of(PayoutEvent event) {
        String stage = "settlement";
        return switch (event) {
            case PayoutEvent.Settled e -> fact(stage, e, e.batch().id(), e.at());
            case PayoutEvent.Changed e -> fact(stage, e, e.id(), e.at(), e.batch(), e.party());
            case PayoutEvent.Contradicted e -> fact(stage, e, e.id(), e.at(), e.batch(), e.party());
        };
    }

    static Fact of(ReconciliationEvent event) {
        String stage = "settlement";
        return switch (event) {
            case ReconciliationEvent.Reconciled e -> fact(stage, e, e.result().id(), e.at());
            case ReconciliationEvent.Resolved e -> fact(stage, e, e.id(), e.at(), e.subject());
        };
    }

    static Fact of(InvoiceEvent event) {
        return fact("settlement", event, event.id(), event.at(), event.seller(), event.buyer());
    }

    private static Fact fact(
            String stage, Object event, Object subject, Instant at, Object... related) {
        List<String> others = Arrays.stream(related).map(Object::toString).toList();
        return new Fact(
                stage, event.getClass().getSimpleName(), subject.toString(), others, event, at);
    }
}
