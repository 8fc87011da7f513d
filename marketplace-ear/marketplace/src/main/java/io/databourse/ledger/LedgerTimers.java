package io.databourse.ledger;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/// Gives back what transfers have set aside whose time is over; a transaction each, so that their
/// locks never close a ring.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class LedgerTimers {
    private static final int AT_ONCE = 500;

    @Inject LedgerService ledger;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void expire() {
        ledger.overdue(AT_ONCE).forEach(ledger::expire);
    }
}
