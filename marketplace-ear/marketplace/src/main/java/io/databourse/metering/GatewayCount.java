package io.databourse.metering;

import io.databourse.contract.ContractId;
import java.time.LocalDate;
import java.util.Optional;

/// What a gateway counted of a contract on a day, from its own log: to be compared with what it
/// reported call by call. A reversed call counts no more on the day of its reversal.
///
/// @param source the gateway, as in its calls
/// @param day in Shanghai
/// @param turnover what the calls were about, such as `1280.50` in the price's currency; 0 if
///   absent
public record GatewayCount(
        String source,
        ContractId contractId,
        LocalDate day,
        long calls,
        long rows,
        long bytes,
        long cpuMillis,
        Optional<String> turnover) {}
