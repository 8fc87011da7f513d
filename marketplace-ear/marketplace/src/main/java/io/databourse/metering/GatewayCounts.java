package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.membership.NodeId;
import io.databourse.merchant.MerchantId;
import io.databourse.money.CurrencyCode;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/// Keeps what gateways say they counted. A later count of a day stands in for the earlier one,
/// which stays on record.
@ApplicationScoped
@Transactional
public class GatewayCounts {
    private final Reporters reporters;
    private final ContractService contracts;
    private final JpaSql sql;
    private final Clock clock;

    @Inject
    GatewayCounts(Reporters reporters, ContractService contracts, JpaSql sql, Clock clock) {
        this.reporters = reporters;
        this.contracts = contracts;
        this.sql = sql;
        this.clock = clock;
    }

    public GatewayCount count(Caller caller, GatewayCount count) {
        return count(reporters.of(caller), count);
    }

    public GatewayCount count(NodeId node, GatewayCount count) {
        return count(reporters.of(node), count);
    }

    private GatewayCount count(MerchantId provider, GatewayCount count) {
        Contract contract = contracts.find(Caller.system(), count.contractId());
        if (!contract.provider().equals(provider)) {
            throw Refusal.of(
                    ErrorCode.NOT_FOUND, "You provide nothing under %s.", count.contractId());
        }
        sql.run(
                """
                insert into metering_gateway_count (contract_id, source, day, calls, rows, bytes,
                    cpu_millis, turnover_minor, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                count.contractId().value(),
                count.source(),
                count.day(),
                count.calls(),
                count.rows(),
                count.bytes(),
                count.cpuMillis(),
                turnover(count, contract.price().currency()),
                clock.instant());
        return count;
    }

    private static long turnover(GatewayCount count, CurrencyCode currency) {
        try {
            return count.turnover().map(amount -> Money.parse(amount, currency).minor()).orElse(0L);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/turnover",
                                    String.valueOf(e.getMessage()),
                                    "an amount in " + currency)));
        }
    }
}
