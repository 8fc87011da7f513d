package io.databourse.settlement.reconciliation;

import io.databourse.call.Caller;
import io.databourse.settlement.UnusedMoney;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// Gives back what was not used, compares yesterday and checks the rules, every night.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class ReconciliationTimers {
    private static final Logger LOG = System.getLogger(ReconciliationTimers.class.getName());

    @Inject ReconciliationService reconciliation;
    @Inject UnusedMoney unused;

    @Schedule(hour = "2", minute = "20", timezone = "Asia/Shanghai", persistent = false)
    void night() {
        unused.giveBack();
        Reconciliation day = reconciliation.reconcile(Caller.system(), Optional.empty());
        day.tickets().forEach(ReconciliationTimers::tell);
        reconciliation.check(Caller.system()).forEach(ReconciliationTimers::tell);
    }

    private static void tell(Ticket ticket) {
        LOG.log(
                Level.ERROR,
                "{0} {1}: {2}; ticket {3}",
                ticket.kind(),
                ticket.subject(),
                ticket.detail(),
                ticket.id());
    }
}
