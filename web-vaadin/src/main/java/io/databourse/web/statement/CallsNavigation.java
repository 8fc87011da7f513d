package io.databourse.web.statement;

import io.databourse.contract.ContractId;

/// The ways to the calls of a contract, and to their receipts.
final class CallsNavigation {
    static final String FROM = "from";
    static final String TO = "to";
    static final String NUMBER = "number";

    private CallsNavigation() {}

    static String address(ContractId contract, long from, long to) {
        return "statements/calls/%s?%s=%d&%s=%d".formatted(contract, FROM, from, TO, to);
    }

    static String receipt(ContractId contract, long number) {
        return "statements/calls/%s/%d".formatted(contract, number);
    }
}
