package io.databourse.settlement.bill;

import io.databourse.metering.Usage;
import io.databourse.settlement.ChargeKind;
import java.time.LocalDate;

/// One charge. A line of a day that is not billed is there so that no call is missing between.
///
/// @param fromCounter the first call's number, 0 if there is none
/// @param use a refund has none
public record BillLine(
        String id,
        ChargeKind kind,
        LocalDate day,
        long fromCounter,
        long toCounter,
        Usage use,
        String gross) {
    /// As it is hashed; whoever checks a bill writes the same.
    String text() {
        return "%s %s %s %d %d %d %d %d %d %d %d %d %d%s %s"
                .formatted(
                        id,
                        kind,
                        day,
                        fromCounter,
                        toCounter,
                        use.calls(),
                        use.hits(),
                        use.misses(),
                        use.errors(),
                        use.rows(),
                        use.bytes(),
                        use.cpuMillis(),
                        use.units(),
                        use.turnoverMinor() == 0 ? "" : " " + use.turnoverMinor(),
                        gross);
    }
}
