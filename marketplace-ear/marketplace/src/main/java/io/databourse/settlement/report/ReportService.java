package io.databourse.settlement.report;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.quota.QuotaService;
import io.databourse.settlement.SettlementService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Adds up for people what charges and quotas say one by one.
@ApplicationScoped
@Transactional
public class ReportService {
    /// So far an [Outlook] looks back.
    public static final int MOST_DAYS = 60;

    private final JpaReports reports;
    private final QuotaService quotas;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final Clock clock;

    @Inject
    ReportService(
            JpaReports reports,
            QuotaService quotas,
            ContractService contracts,
            MerchantService merchants,
            Clock clock) {
        this.reports = reports;
        this.quotas = quotas;
        this.contracts = contracts;
        this.merchants = merchants;
        this.clock = clock;
    }

    /// How a contract that the caller may read is used up.
    public Outlook outlook(Caller caller, ContractId id) {
        Contract contract = contracts.find(caller, id);
        LocalDate today = day(clock.instant());
        return new BurnDown(
                        quotas.view(id),
                        quotas.packs(id),
                        quotas.isFrozen(id),
                        reports.unitsByDay(id, today.minusDays(MOST_DAYS)),
                        day(contract.createdAt()),
                        day(contract.end()),
                        today)
                .outlook();
    }

    /// What the caller's organisation earned in these months.
    public List<RevenueLine> revenue(Caller caller, YearMonth from, YearMonth to) {
        MerchantId own = merchants.requireActiveOrganisation(caller).id();
        return reports.revenue(own, from, to).stream()
                .map(sum -> sum.named(merchants.find(Caller.system(), sum.buyer()).name()))
                .toList();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SettlementService.ZONE);
    }
}
