package io.databourse.registration;

import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A data product, 数据产品.
///
/// @param code one product, one code (一数一码)
/// @param nodeId the node at which its data lies
/// @param contentHash of the data, as the node reported it
/// @param noticeEndsOn the last day of the public notice
public record DataProduct(
        ProductId id,
        MerchantId holder,
        String holderName,
        String code,
        int version,
        SpecificationSheet sheet,
        NodeId nodeId,
        String source,
        long rowCount,
        String contentHash,
        List<Column> columns,
        ProductState state,
        Instant submittedAt,
        Optional<LocalDate> noticeEndsOn,
        Optional<String> certificateNumber,
        Optional<String> reason) {
    public DataProduct {
        columns = List.copyOf(columns);
    }
}
