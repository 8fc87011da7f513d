package io.databourse.form;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the machine-readable part of a contract says that the form says too. Whoever enforces the
/// one can tell by [#blanks] whether the other agrees.
///
/// @param fixedPrice in yuan, such as `5000.00`; none if use is paid as it comes
public record Agreement(
        String contractId,
        String productName,
        Side provider,
        Side consumer,
        AgreedUse use,
        Optional<String> fixedPrice) {
    /// One of the two who sign.
    public record Side(String organisation, String creditCode, String nodeId) {}

    /// The blanks that it decides.
    public Blanks blanks() {
        Map<String, String> texts = new HashMap<>();
        texts.put("contract.number", contractId);
        texts.put("data.name", productName);
        texts.put("provider.name", provider.organisation());
        texts.put("provider.code", provider.creditCode());
        texts.put("consumer.name", consumer.organisation());
        texts.put("consumer.code", consumer.creditCode());
        texts.put("consumer.use", use.sentence());
        texts.put("delivery.to", "甲方节点 " + consumer.nodeId());
        // The term ends with the moment; the day before is the last whole or begun one.
        LocalDate last = LocalDate.ofInstant(use.notAfter().minusNanos(1), AgreedUse.ZONE);
        texts.put("term.year", Integer.toString(last.getYear()));
        texts.put("term.month", Integer.toString(last.getMonthValue()));
        texts.put("term.day", Integer.toString(last.getDayOfMonth()));
        texts.put("fee", fixedPrice.isPresent() ? "1" : "2");
        fixedPrice.ifPresent(amount -> {
            texts.put("fee.fixed", "人民币" + amount + "元");
            texts.put("fee.fixed.words", "人民币" + CapitalAmount.of(amount));
        });
        return new Blanks(texts, Set.of("credit.code", "consumer.use"));
    }
}
