package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Page;
import io.databourse.call.PageRequest;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.merchant.Merchant;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.metering.MeterEvent;
import io.databourse.metering.MeterRecord;
import io.databourse.metering.SlicesCut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Charges what was delivered, in the transaction that meters it, and tells each party its part.
@ApplicationScoped
@Transactional
public class SettlementService {
    /// The exchange's days and months begin at midnight in Shanghai.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// The exchange's own name as the party of a statement.
    public static final String EXCHANGE = "exchange";

    private final Charging charging;
    private final JpaCharges charges;
    private final JpaStatements statements;
    private final StatementService heads;
    private final ContractService contracts;
    private final MerchantService merchants;
    private final Clock clock;

    @Inject
    SettlementService(
            Charging charging,
            JpaCharges charges,
            JpaStatements statements,
            StatementService heads,
            ContractService contracts,
            MerchantService merchants,
            Clock clock) {
        this.charging = charging;
        this.charges = charges;
        this.statements = statements;
        this.heads = heads;
        this.contracts = contracts;
        this.merchants = merchants;
        this.clock = clock;
    }

    /// The statement of the caller's organisation; the exchange's own for operator and regulator.
    ///
    /// @param period this month if empty
    public Statement statement(Caller caller, Optional<YearMonth> period) {
        YearMonth month = period.orElseGet(this::thisMonth);
        if (caller.has(Role.OPERATOR, Role.REGULATOR)) {
            return statement(EXCHANGE, month);
        }
        return statement(merchants.requireActiveOrganisation(caller).id().value(), month);
    }

    /// A drafted statement, one's own or for operators and regulators anybody's.
    public Statement statement(Caller caller, StatementId id) {
        StatementHead head = heads.find(caller, id);
        return statement(head.party(), head.period());
    }

    /// Hands over each line of a statement, however many there are, in their order.
    public void eachLine(Caller caller, Statement statement, Consumer<StatementLine> taker) {
        boolean own =
                caller.has(Role.OPERATOR, Role.REGULATOR)
                        || merchants
                                .organisationOf(caller)
                                .filter(each -> each.id().value().equals(statement.party()))
                                .isPresent();
        if (!own) {
            throw Refusal.of(ErrorCode.NOT_FOUND, "There is no such statement.");
        }
        statements.eachLine(statement.party(), statement.period(), taker);
    }

    /// What a contract was charged for, oldest first.
    public Page<Charge> charges(Caller caller, ContractId contract, PageRequest page) {
        ContractId known = contracts.find(caller, contract).id();
        return page(ChargeQuery.of(known, page.after()), page);
    }

    /// One's own charges, oldest first; everybody's for operator and regulator.
    public Page<Charge> charges(Caller caller, ChargeQuery query, PageRequest page) {
        if (caller.has(Role.OPERATOR, Role.REGULATOR)) {
            return page(query, page);
        }
        return page(query.ofParty(merchants.requireActiveOrganisation(caller).id()), page);
    }

    void whenMetered(@Observes MeterEvent.Recorded event) {
        if (event.record().outcome() == MeterRecord.Outcome.DELIVERED) {
            charging.run(event.record());
        }
    }

    void whenCut(@Observes SlicesCut event) {
        charging.calls(event.slices());
    }

    private Page<Charge> page(ChargeQuery query, PageRequest page) {
        List<Charge> found = charges.list(query, page.limit() + 1);
        return Page.cut(found, page, ChargeQuery::cursor);
    }

    private Statement statement(String party, YearMonth month) {
        JpaStatements.Totals totals = statements.totals(party, month);
        Optional<StatementHead> head = statements.find(StatementId.of(month, party));
        boolean exchange = party.equals(EXCHANGE);
        return new Statement(
                head.map(StatementHead::id),
                head.map(StatementHead::state).orElse(StatementState.OPEN),
                party,
                exchange ? "Exchange" : name(party),
                exchange ? Statement.Side.EXCHANGE : totals.side(),
                month,
                statements.lines(party, month, Statement.MOST_LINES),
                totals.lines(),
                totals.gross(),
                totals.merchantShare(),
                totals.partnerShare(),
                totals.commissionNet(),
                totals.vat(),
                totals.paid(),
                totals.earned());
    }

    private String name(String party) {
        Merchant merchant = merchants.find(Caller.system(), new MerchantId(party));
        return merchant.name();
    }

    private YearMonth thisMonth() {
        return YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE));
    }
}
