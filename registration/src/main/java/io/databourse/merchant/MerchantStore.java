package io.databourse.merchant;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import java.util.Optional;

/// Port to storage. Rows are live: what is changed on them within a transaction is kept.
interface MerchantStore {
    void insert(MerchantRow merchant);

    Optional<MerchantRow> find(MerchantId id);

    /// Locked until the transaction ends.
    Optional<MerchantRow> lock(MerchantId id);

    boolean isKnown(CreditCode creditCode);

    void addMember(String username, MerchantId merchant);

    Optional<MerchantRow> ofMember(String username);

    /// Newest first.
    Page<Merchant> list(Optional<MerchantState> state, PageRequest page);
}
