package io.databourse.quota;

import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.contract.ContractEvent;
import io.databourse.contract.ContractId;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Stops all that a buyer uses, on every instance, and what it buys from then on; lets it go on.
/// Contracts that were frozen by themselves stay so.
@ApplicationScoped
@Transactional
public class FrozenBuyers {
    private final MerchantService merchants;
    private final QuotaLeases leases;
    private final JpaSql sql;
    private final Event<BuyerFrozenChanged> events;
    private final Clock clock;

    @Inject
    FrozenBuyers(
            MerchantService merchants,
            QuotaLeases leases,
            JpaSql sql,
            Event<BuyerFrozenChanged> events,
            Clock clock) {
        this.merchants = merchants;
        this.leases = leases;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    public FrozenBuyer freeze(Caller caller, MerchantId buyer, boolean frozen, String reason) {
        caller.require(Role.OPERATOR);
        merchants.find(caller, buyer);
        sql.lock(lockName(buyer));
        Instant now = clock.instant();
        sql.run(
                """
                insert into quota_buyer (buyer, frozen, reason, at) values (?, ?, ?, ?)
                on conflict (buyer) do update set frozen = excluded.frozen,
                    reason = excluded.reason, at = excluded.at
                """,
                buyer.value(),
                frozen,
                reason,
                now);
        List<ContractId> contracts = frozen ? used(buyer) : stopped(buyer);
        contracts.forEach(contract -> change(contract, frozen, reason));
        events.fire(new BuyerFrozenChanged(buyer, frozen, reason, now));
        return new FrozenBuyer(buyer, frozen, reason, contracts.size(), now);
    }

    /// How a buyer stands, for itself and for those who look after the exchange; empty if it was
    /// never frozen.
    public Optional<FrozenBuyer> find(Caller caller, MerchantId buyer) {
        boolean own =
                merchants
                        .organisationOf(caller)
                        .filter(each -> each.id().equals(buyer))
                        .isPresent();
        if (!own) {
            caller.require(Role.OPERATOR, Role.REGULATOR);
        }
        int contracts = stopped(buyer).size();
        return sql.first(
                "select frozen, reason, at from quota_buyer where buyer = ?",
                row ->
                        new FrozenBuyer(
                                buyer,
                                row.getBoolean(1),
                                row.getString(2),
                                contracts,
                                row.getObject(3, OffsetDateTime.class).toInstant()),
                buyer.value());
    }

    void whenActivated(@Observes ContractEvent event) {
        if (event instanceof ContractEvent.Activated activated) {
            // So that a freeze sees this contract, or we see the freeze.
            sql.lockShared(lockName(activated.consumer()));
            sql.first(
                            "select reason from quota_buyer where buyer = ? and frozen",
                            row -> row.getString(1),
                            activated.consumer().value())
                    .ifPresent(reason -> change(activated.contractId(), true, reason));
        }
    }

    private void change(ContractId contract, boolean frozen, String reason) {
        leases.change(contract, frozen, reason);
        sql.run(
                "update quota_standing set by_buyer = true where contract_id = ?",
                contract.value());
    }

    private List<ContractId> used(MerchantId buyer) {
        return sql.list(
                """
                select c.id from contract_contract c left join quota_standing s
                    on s.contract_id = c.id
                where c.consumer_id = ? and c.state = 'ACTIVE' and s.frozen is not true
                order by c.id
                """,
                row -> new ContractId(row.getString(1)),
                buyer.value());
    }

    private List<ContractId> stopped(MerchantId buyer) {
        return sql.list(
                """
                select c.id from contract_contract c join quota_standing s on s.contract_id = c.id
                where c.consumer_id = ? and s.frozen and s.by_buyer order by c.id
                """,
                row -> new ContractId(row.getString(1)),
                buyer.value());
    }

    private static String lockName(MerchantId buyer) {
        return "quota_buyer:" + buyer;
    }
}
