package io.databourse.metering;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.contract.Contract;
import io.databourse.contract.ContractId;
import io.databourse.contract.ContractService;
import io.databourse.contract.ContractState;
import io.databourse.merchant.MerchantId;
import io.databourse.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells the calls of a report that are to be written from those that are known or cannot be. What
/// is known is known however late it comes, and whatever has become of its contract.
@ApplicationScoped
@Transactional
class CallSorter {
    private final CallStore store;
    private final ContractService contracts;
    private final CallMeter meter;

    @Inject
    CallSorter(CallStore store, ContractService contracts, CallMeter meter) {
        this.store = store;
        this.contracts = contracts;
        this.meter = meter;
    }

    /// @return one for each, in their order
    public List<Incoming> sort(MerchantId provider, List<CallReport> reports) {
        Map<CallKey, CallRecord> known = known(reports);
        Sorting sorting = new Sorting(provider, known);
        List<Incoming> sorted = new ArrayList<>(reports.size());
        Map<CallKey, Integer> first = new HashMap<>();
        for (int i = 0; i < reports.size(); i++) {
            CallReport report = reports.get(i);
            Integer earlier =
                    known.containsKey(report.key()) ? null : first.putIfAbsent(report.key(), i);
            if (earlier == null) {
                sorted.add(sorting.sort(report));
            } else if (reports.get(earlier).equals(report)) {
                sorted.add(new Incoming.Again(report.key(), earlier));
            } else {
                sorted.add(new Incoming.Refused(report.key(), conflict(report.key())));
            }
        }
        return sorted;
    }

    private Map<CallKey, CallRecord> known(List<CallReport> reports) {
        var ids =
                reports.stream()
                        .flatMap(report ->
                                Stream.concat(
                                        Stream.of(report.id()),
                                        report.reverses().map(CallKey::id).stream()))
                        .collect(Collectors.toSet());
        return store.known(ids).stream()
                .map(KnownCall::call)
                .collect(Collectors.toMap(CallRecord::key, call -> call));
    }

    static Refusal conflict(CallKey key) {
        return Refusal.of(
                ErrorCode.CONFLICT,
                "The id %s was used for another call of source %s.",
                key.id(),
                key.source());
    }

    private final class Sorting {
        private final MerchantId provider;
        private final Map<CallKey, CallRecord> known;
        private final Map<ContractId, Contract> sold = new HashMap<>();

        Sorting(MerchantId provider, Map<CallKey, CallRecord> known) {
            this.provider = provider;
            this.known = known;
        }

        Incoming sort(CallReport report) {
            try {
                Contract contract = sold(report.contractId());
                CallRecord call = record(report, contract);
                CallRecord before = known.get(report.key());
                if (before == null) {
                    require(contract);
                    meter.check(call);
                    return new Incoming.Fresh(call);
                }
                return before.equals(call)
                        ? new Incoming.Known(report.key())
                        : new Incoming.Refused(report.key(), conflict(report.key()));
            } catch (Refusal reason) {
                return new Incoming.Refused(report.key(), reason);
            }
        }

        private Contract sold(ContractId id) {
            Contract contract = sold.get(id);
            if (contract == null) {
                contract = contracts.find(Caller.system(), id);
                sold.put(id, contract);
            }
            if (!contract.provider().equals(provider)) {
                throw Refusal.of(ErrorCode.NOT_FOUND, "You provide nothing under %s.", id);
            }
            return contract;
        }

        /// Times are kept to the microsecond.
        private CallRecord record(CallReport report, Contract contract) {
            var at = report.at().truncatedTo(ChronoUnit.MICROS);
            if (report.reverses().isPresent()) {
                CallRecord original = original(report, report.reverses().get());
                return CallRecord.reversing(report.id(), report.source(), original, at);
            }
            var call =
                    new CallRecord(
                            report.id(),
                            report.source(),
                            report.contractId(),
                            report.outcome().orElseThrow(() -> invalid(report, "has no outcome")),
                            report.rows().orElse(0L),
                            report.bytes().orElse(0L),
                            report.cpuMillis().orElse(0L),
                            turnover(report, contract),
                            at,
                            contract.charging().rule());
            try {
                contract.charging()
                        .requireWithin(
                                call.units(),
                                call.rows(),
                                call.bytes(),
                                call.cpuMillis(),
                                call.turnoverMinor());
            } catch (IllegalArgumentException e) {
                throw invalid(report, String.valueOf(e.getMessage()));
            }
            return call;
        }

        private static long turnover(CallReport report, Contract contract) {
            try {
                return report.turnover()
                        .map(amount -> Money.parse(amount, contract.price().currency()).minor())
                        .orElse(0L);
            } catch (IllegalArgumentException e) {
                throw invalid(report, "has a turnover that is " + e.getMessage());
            }
        }

        private CallRecord original(CallReport report, CallKey key) {
            CallRecord original = known.get(key);
            if (original == null || !original.contractId().equals(report.contractId())) {
                throw Refusal.of(
                        ErrorCode.NOT_FOUND, "%s has no call %s.", report.contractId(), key);
            }
            if (original.units() <= 0) {
                throw invalid(report, "reverses what cost nothing");
            }
            if (report.outcome().isPresent()
                    || report.rows().isPresent()
                    || report.bytes().isPresent()
                    || report.cpuMillis().isPresent()
                    || report.turnover().isPresent()) {
                throw invalid(report, "reverses a call, whose outcome and use are known");
            }
            return original;
        }
    }

    private static void require(Contract contract) {
        if (contract.state() != ContractState.ACTIVE) {
            throw Refusal.of(
                    ErrorCode.CONTRACT_NOT_SIGNED,
                    "Contract %s is %s: it is not in force.",
                    contract.id(),
                    contract.state());
        }
    }

    private static Refusal invalid(CallReport report, String why) {
        return Refusal.of(ErrorCode.VALIDATION_FAILED, "Call %s %s.", report.key(), why);
    }
}
