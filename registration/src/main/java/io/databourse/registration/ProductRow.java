package io.databourse.registration;

import io.databourse.call.Json;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "registration_product")
class ProductRow {
    @Id String id = "";
    String holder = "";

    @Column(name = "holder_name")
    String holderName = "";

    String code = "";
    int version = 1;
    String sheet = "{}";

    @Column(name = "node_id")
    String nodeId = "";

    String source = "";

    @Column(name = "row_count")
    long rowCount;

    @Column(name = "content_hash")
    String contentHash = "";

    String columns = "[]";

    @Enumerated(EnumType.STRING)
    ProductState state = ProductState.DRAFT;

    @Column(name = "submitted_at")
    Instant submittedAt = Instant.EPOCH;

    @Column(name = "notice_ends_on")
    @Nullable LocalDate noticeEndsOn;

    @Column(name = "certificate_number")
    @Nullable String certificateNumber;

    @Nullable String reason;

    DataProduct toProduct() {
        return new DataProduct(
                new ProductId(id),
                new MerchantId(holder),
                holderName,
                code,
                version,
                Json.read(sheet, SpecificationSheet.class),
                new NodeId(nodeId),
                source,
                rowCount,
                contentHash,
                List.of(Json.read(columns, io.databourse.registration.Column[].class)),
                state,
                submittedAt,
                Optional.ofNullable(noticeEndsOn),
                Optional.ofNullable(certificateNumber),
                Optional.ofNullable(reason));
    }
}
