package io.databourse.settlement.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Asks the tax platform, outside every transaction; what it does not answer is asked again.
@ApplicationScoped
public class InvoiceSender {
    private static final Logger LOG = System.getLogger(InvoiceSender.class.getName());

    private final InvoiceSteps steps;
    private final InvoiceProvider platform;

    @Inject
    InvoiceSender(InvoiceSteps steps, InvoiceProvider platform) {
        this.steps = steps;
        this.platform = platform;
    }

    public void pass() {
        for (InvoiceId id : steps.requested()) {
            try {
                steps.askable(id).ifPresent(invoice -> steps.answered(id, platform.issue(invoice)));
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, platform.name() + " does not answer for " + id, e);
            }
        }
    }
}
