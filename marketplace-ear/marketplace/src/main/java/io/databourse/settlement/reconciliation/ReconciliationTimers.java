package io.databourse.settlement.reconciliation;

import io.databourse.call.Caller;
import io.databourse.settlement.UnusedMoney;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.Optional;

/// Gives back what was not used, compares the days that are due and checks the rules, every night.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class ReconciliationTimers {
    private static final Logger LOG = System.getLogger(ReconciliationTimers.class.getName());

    /// Each question and each rule reads all that was ever stored, in a transaction of its own that
    /// has so many seconds: what the server allows by default would end it when there is much.
    private static final int PATIENCE_SECONDS = 3600;

    @Inject ReconciliationService reconciliation;
    @Inject UnusedMoney unused;
    @Resource UserTransaction transaction;

    @Schedule(hour = "2", minute = "20", timezone = "Asia/Shanghai", persistent = false)
    void night() throws SystemException {
        transaction.setTransactionTimeout(PATIENCE_SECONDS);
        try {
            tried("what was not used is not given back", unused::giveBack);
            tried("no day is compared", this::compareDue);
            tried("the rules are not checked", this::check);
        } finally {
            transaction.setTransactionTimeout(0);
        }
    }

    private void compareDue() {
        for (LocalDate day : reconciliation.due(Caller.system())) {
            tried(day + " is not compared, and is due again", () -> compare(day));
        }
    }

    private void compare(LocalDate day) {
        reconciliation
                .reconcile(Caller.system(), Optional.of(day))
                .tickets()
                .forEach(ReconciliationTimers::tell);
    }

    private void check() {
        reconciliation.check(Caller.system()).forEach(ReconciliationTimers::tell);
    }

    /// What fails is tried again tomorrow, and keeps nothing else from being done tonight.
    private static void tried(String otherwise, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, otherwise, e);
        }
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
