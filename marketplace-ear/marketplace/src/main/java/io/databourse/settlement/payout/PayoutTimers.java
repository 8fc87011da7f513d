package io.databourse.settlement.payout;

import io.databourse.call.Caller;
import io.databourse.call.Refusal;
import io.databourse.settlement.SettlementSettings;
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

/// Sends payments, and runs the settlement of each working day in the morning. Every instance does:
/// the batch is made once, and each payment is sent by whoever locks it first.
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
public class PayoutTimers {
    private static final Logger LOG = System.getLogger(PayoutTimers.class.getName());

    @Inject PayoutSender sender;
    @Inject BatchService batches;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void send() {
        sender.pass();
    }

    @Schedule(hour = "9", minute = "30", timezone = "Asia/Shanghai", persistent = false)
    void settle() {
        if (!SettlementSettings.current().daily()) {
            return;
        }
        try {
            batches.settleToday(Caller.system());
        } catch (Refusal refusal) {
            LOG.log(Level.ERROR, "no settlement today: " + refusal.detail());
        }
    }
}
