package io.databourse.settlement;

import io.databourse.ledger.LedgerService;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import io.databourse.sql.JpaSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/// Takes money back from those who earned it. Who was paid out already owes it: the missing part
/// stands as a receivable until later earnings cover it.
///
/// Whatever makes a payable smaller takes the party's lock first, so that what was read is there.
@ApplicationScoped
public class PartyMoney {
    private static final String EVERYBODY = "settlement-parties";

    private final LedgerService ledger;
    private final JpaSql sql;

    @Inject
    PartyMoney(LedgerService ledger, JpaSql sql) {
        this.ledger = ledger;
        this.sql = sql;
    }

    /// Keeps everybody else from taking from the party until the transaction ends.
    private void lock(MerchantId party) {
        sql.lockShared(EVERYBODY);
        sql.lock("settlement-party:" + party);
    }

    /// Keeps everybody else from taking from anybody until the transaction ends.
    public void lockAll() {
        sql.lock(EVERYBODY);
    }

    /// Where an amount comes from that the parties of a charge are to give back.
    ///
    /// @param shares not negative
    public List<Flow> takeBack(Shares shares, MerchantId provider) {
        List<Flow> flows = new ArrayList<>();
        partiesOf(shares, provider).forEach(this::lock);
        flows.addAll(take(provider, PartnerRole.PROVIDER, shares.merchant()));
        for (PartnerShare partner : shares.partners()) {
            flows.addAll(take(partner.party(), partner.role(), partner.amount()));
        }
        var currency = shares.gross().currency();
        flows.add(new Flow(SettlementAccounts.feeRevenue(currency), shares.feeNet().minor()));
        flows.add(new Flow(SettlementAccounts.vatPayable(currency), shares.feeVat().minor()));
        return flows;
    }

    /// Where the shares of a charge go.
    ///
    /// @param shares not negative
    public static List<Flow> give(Shares shares, MerchantId provider) {
        var currency = shares.gross().currency();
        List<Flow> flows = new ArrayList<>();
        flows.add(
                new Flow(
                        SettlementAccounts.payable(provider, PartnerRole.PROVIDER, currency),
                        shares.merchant().minor()));
        for (PartnerShare partner : shares.partners()) {
            flows.add(
                    new Flow(
                            SettlementAccounts.payable(partner.party(), partner.role(), currency),
                            partner.amount().minor()));
        }
        flows.add(new Flow(SettlementAccounts.feeRevenue(currency), shares.feeNet().minor()));
        flows.add(new Flow(SettlementAccounts.vatPayable(currency), shares.feeVat().minor()));
        return flows;
    }

    private static List<MerchantId> partiesOf(Shares shares, MerchantId provider) {
        List<String> parties = new ArrayList<>(List.of(provider.value()));
        shares.partners().forEach(partner -> parties.add(partner.party().value()));
        return parties.stream().distinct().sorted().map(MerchantId::new).toList();
    }

    private List<Flow> take(MerchantId party, PartnerRole role, Money amount) {
        var payable = SettlementAccounts.payable(party, role, amount.currency());
        long there = Math.min(ledger.balance(payable).available(), amount.minor());
        return List.of(
                new Flow(payable, there),
                new Flow(
                        SettlementAccounts.owedBack(party, role, amount.currency()),
                        amount.minor() - there));
    }
}
