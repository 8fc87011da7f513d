package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractService;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Books refunds, 退款: charges with negative amounts that name what they refund. Money goes back to
/// the buyer's wallet; units that were used stay used.
@ApplicationScoped
public class Refunding {
    private static final String REASON = "REFUND";

    private final JpaCharges charges;
    private final ChargeBook book;
    private final ContractService contracts;
    private final JpaSql sql;

    @Inject
    Refunding(JpaCharges charges, ChargeBook book, ContractService contracts, JpaSql sql) {
        this.charges = charges;
        this.book = book;
        this.contracts = contracts;
        this.sql = sql;
    }

    /// The charge, which nobody else refunds or disputes until the transaction ends.
    public Charge lock(ChargeId id) {
        sql.lock("settlement-charge:" + id);
        Charge charge = charges.find(id).orElseThrow(() -> notFound(id));
        if (charge.kind() == ChargeKind.REFUND || !charge.gross().isPositive()) {
            throw Refusal.of(ErrorCode.STATE_CONFLICT, "%s took no money.", id);
        }
        return charge;
    }

    /// The month of the books that a charge is in.
    public YearMonth periodOf(ChargeId id) {
        return charges.find(id).map(Charge::period).orElseThrow(() -> notFound(id));
    }

    /// What was not refunded yet.
    public Shares remaining(Charge charge) {
        Shares left = charge.shares();
        for (Charge refund : charges.refundsOf(charge.id())) {
            left = left.minus(refund.shares().negate());
        }
        return left;
    }

    /// Books one refund, and pays it to the buyer.
    ///
    /// @param amounts what is given back, positive
    /// @param from where it comes from
    public Charge post(ChargeId id, Charge original, Shares amounts, List<Flow> from, Instant at) {
        Contract contract = contracts.find(Caller.system(), original.contractId());
        Money gross = amounts.gross();
        List<Flow> to =
                List.of(
                        new Flow(
                                SettlementAccounts.prepaid(original.consumer(), gross.currency()),
                                gross.minor()));
        ChargeSource source =
                new ChargeSource(
                        id,
                        ChargeKind.REFUND,
                        at,
                        LocalDate.ofInstant(at, SettlementService.ZONE),
                        Optional.of(original.id()),
                        Optional.empty(),
                        Optional.empty(),
                        0);
        return book.post(
                        List.of(
                                new ChargeDraft(
                                        source,
                                        contract,
                                        amounts.negate(),
                                        () -> Flow.legs(from, to),
                                        REASON,
                                        original.id().value())))
                .getFirst();
    }

    private static Refusal notFound(ChargeId id) {
        return Refusal.of(ErrorCode.NOT_FOUND, "There is no charge %s.", id);
    }
}
