package io.databourse.contract;

import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.merchant.MerchantId;
import io.databourse.order.OrderId;
import java.util.Optional;

/// Keeps contracts. What is locked stays so until the transaction ends.
interface ContractStore {
    void insert(Contract contract);

    /// Stores state and signatures; nothing else of a contract ever changes.
    void update(Contract contract);

    Optional<Contract> find(ContractId id);

    Optional<Contract> lock(ContractId id);

    Optional<Contract> lockByOrder(OrderId order);

    /// Whether the order has a contract that was not terminated.
    boolean hasContract(OrderId order);

    Page<Contract> of(MerchantId organisation, PageRequest page);

    Page<Contract> all(PageRequest page);
}
