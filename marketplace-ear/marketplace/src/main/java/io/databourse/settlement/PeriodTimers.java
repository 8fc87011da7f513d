package io.databourse.settlement;

import io.databourse.contract.ContractId;
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

/// Charges periods that have begun; a transaction for each contract.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class PeriodTimers {
    private static final Logger LOG = System.getLogger(PeriodTimers.class.getName());

    @Inject PeriodCharges periods;

    @Schedule(hour = "*", minute = "7", persistent = false)
    void charge() {
        periods.open().forEach(this::charge);
    }

    private void charge(ContractId contract) {
        try {
            periods.charge(contract);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "periods of " + contract + " are not charged yet", e);
        }
    }
}
