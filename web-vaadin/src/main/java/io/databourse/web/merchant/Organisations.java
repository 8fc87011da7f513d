package io.databourse.web.merchant;

import io.databourse.call.Refusal;
import io.databourse.merchant.MerchantId;
import io.databourse.merchant.MerchantService;
import io.databourse.settlement.SettlementService;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.CurrentUser;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/// The names of organisations, each looked up once a page.
@Dependent
public class Organisations {
    private final MerchantService merchants;
    private final Map<MerchantId, String> known = new HashMap<>();

    @Inject
    Organisations(MerchantService merchants) {
        this.merchants = merchants;
    }

    public String name(MerchantId id) {
        return known.computeIfAbsent(id, this::find);
    }

    /// @param party a merchant's id, or the exchange itself
    public String name(String party) {
        return party.equals(SettlementService.EXCHANGE)
                ? Texts.ofCode("organisation", "Exchange")
                : name(new MerchantId(party));
    }

    /// One that has left the exchange is shown by its id.
    private String find(MerchantId id) {
        try {
            return merchants.find(CurrentUser.caller(), id).name();
        } catch (Refusal unknown) {
            return id.value();
        }
    }
}
