package io.databourse.rest;

import io.databourse.rest.problem.ProblemMapper;
import io.databourse.rest.wire.BodyDigest;
import io.databourse.rest.wire.EntityTags;
import io.databourse.rest.wire.JsonBody;
import io.databourse.rest.wire.OperationFilter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The public API: every resource is in this list, and nothing else is served.
@ApplicationPath("/v1")
public class Api extends Application {
    private static final List<Class<?>> RESOURCES =
            List.of(
                    AlgorithmResource.class,
                    CallResource.class,
                    CatalogResource.class,
                    CertificateResource.class,
                    ContractResource.class,
                    DisputeResource.class,
                    EvidenceResource.class,
                    InvoiceResource.class,
                    JobEventsResource.class,
                    JobPreviewResource.class,
                    JobResource.class,
                    ListingResource.class,
                    MerchantResource.class,
                    MoneyResource.class,
                    NodeResource.class,
                    OpenApiResource.class,
                    OrderResource.class,
                    PayoutResource.class,
                    PriceSuggestionResource.class,
                    ProductResource.class,
                    ProfileResource.class,
                    ReconciliationResource.class,
                    RefundResource.class,
                    SessionResource.class,
                    SettlementResource.class,
                    SharingPreviewResource.class,
                    SharingResource.class,
                    StatementFileResource.class,
                    StatementResource.class,
                    SupplementResource.class,
                    WalletResource.class);

    private static final List<Class<?>> PROVIDERS =
            List.of(JsonBody.class, BodyDigest.class, OperationFilter.class, EntityTags.class);

    public static List<Class<?>> resources() {
        return RESOURCES;
    }

    /// What both applications read and write with.
    public static Set<Class<?>> providers() {
        var all = new HashSet<>(PROVIDERS);
        all.addAll(ProblemMapper.all());
        return all;
    }

    @Override
    public Set<Class<?>> getClasses() {
        var all = providers();
        all.addAll(RESOURCES);
        return all;
    }
}
