package io.databourse.settlement;

import io.databourse.call.Caller;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.money.Money;
import io.databourse.quota.QuotaService;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/// Whether charges, statements and sums are what they must be. Each answer names what is not.
@ApplicationScoped
public class JpaBookChecks {
    private final JpaSql sql;
    private final JpaStatements statements;
    private final JpaRatings ratings;
    private final ContractService contracts;
    private final QuotaService quotas;

    @Inject
    JpaBookChecks(
            JpaSql sql,
            JpaStatements statements,
            JpaRatings ratings,
            ContractService contracts,
            QuotaService quotas) {
        this.sql = sql;
        this.statements = statements;
        this.ratings = ratings;
        this.contracts = contracts;
        this.quotas = quotas;
    }

    /// Charges whose shares are not all of the gross.
    public List<String> chargesNotSplit() {
        return sql.list(
                """
                select c.id from settlement_charge c left join (
                    select charge_id, sum(amount) as amount from settlement_charge_share
                    group by charge_id) s on s.charge_id = c.id
                where c.gross <> c.merchant_share + c.partner_share + c.commission_net + c.vat
                    or c.partner_share <> coalesce(s.amount, 0) order by c.id
                """,
                row -> row.getString(1));
    }

    /// Statements that are no longer what they were when they were drafted.
    public List<String> statementsAltered() {
        return statements.altered();
    }

    /// Charges of which more was refunded than there was, or a share of it.
    public List<String> refundedTooMuch() {
        return sql.list(
                """
                select o.id from settlement_charge o join settlement_charge r
                    on r.original_id = o.id
                group by o.id having o.merchant_share + sum(r.merchant_share) < 0
                    or o.partner_share + sum(r.partner_share) < 0
                    or o.commission_net + sum(r.commission_net) < 0
                    or o.vat + sum(r.vat) < 0 or o.gross + sum(r.gross) < 0
                union select s.charge_id from settlement_charge_share s
                join settlement_charge r on r.original_id = s.charge_id
                join settlement_charge_share b on b.charge_id = r.id
                    and b.party = s.party and b.role = s.role
                group by s.charge_id, s.party, s.role, s.amount
                having s.amount + sum(b.amount) < 0 order by 1
                """,
                row -> row.getString(1));
    }

    /// Contracts that were not charged exactly what their use costs, in whatever portions and order
    /// it came.
    public List<String> notCharged() {
        List<String> found =
                sql.list(
                        """
                        select r.contract_id from settlement_rating r
                        join contract_contract c on c.id = r.contract_id
                        where c.charging not like '%payAsYouGo%' and c.supplements = 0
                                and r.gross <> floor(c.price::numeric * r.units / c.units)
                            or r.calls_commission <> round(r.calls_gross * (
                                select t.commission_basis_points / 10000.0 from settlement_terms t
                                where t.effective_from <=
                                    (c.created_at at time zone 'Asia/Shanghai')::date
                                order by t.effective_from desc limit 1))
                        order by r.contract_id
                        """,
                        row -> row.getString(1));
        found.addAll(supplementedAstray());
        found.addAll(ratings.payAsYouGoAstray());
        found.addAll(ratings.astray());
        return found.stream().distinct().toList();
    }

    private List<String> supplementedAstray() {
        return ratings.supplemented().stream()
                .filter(rated -> {
                    var id = new ContractId(rated.contractId());
                    Contract contract = contracts.find(Caller.system(), id);
                    Money due = quotas.ladder(contract).through(rated.units());
                    return due.minor() != rated.gross();
                })
                .map(Rated::contractId)
                .toList();
    }
}
