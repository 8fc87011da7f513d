package io.databourse.registration;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Port to storage. Rows are live: what is changed on them within a transaction is kept.
interface RegistrationStore {
    void insert(ProfileRow profile);

    Optional<ProfileRow> profile(ProfileId id);

    /// Newest first.
    List<ProfileRow> profilesOf(Set<NodeId> nodes);

    void insert(ProductRow product);

    Optional<ProductRow> product(ProductId id);

    /// Locked until the transaction ends.
    Optional<ProductRow> lockProduct(ProductId id);

    /// Newest first; everybody's if there is no holder.
    Page<DataProduct> products(Optional<MerchantId> holder, PageRequest page);

    /// The next serial of a month, from 1, without gaps: it is taken back if the transaction is.
    int nextSerial(int month);

    void insert(CertificateRow certificate);

    Optional<CertificateRow> certificate(String number);
}
