package io.databourse.order;

import io.databourse.call.Refusal;
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

/// Cancels orders that have not become a contract in time; a transaction each.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class OrderTimers {
    private static final Logger LOG = System.getLogger(OrderTimers.class.getName());
    private static final int AT_ONCE = 500;

    @Inject OrderService orders;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void cancelLapsed() {
        orders.lapsed(AT_ONCE).forEach(this::cancel);
    }

    private void cancel(OrderId id) {
        try {
            orders.release(id);
        } catch (Refusal meanwhile) {
            LOG.log(Level.INFO, "order {0}: {1}", id, meanwhile.getMessage());
        }
    }
}
