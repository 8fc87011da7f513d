package io.databourse.web.statement;

import io.databourse.contract.ContractId;
import io.databourse.settlement.Statement;
import io.databourse.settlement.StatementLine;
import java.time.YearMonth;

/// The ways to the charges of a contract.
public final class ChargesNavigation {
    static final String PERIOD = "period";
    static final String DAY = "day";
    static final String KIND = "kind";

    private ChargesNavigation() {}

    /// All charges of a contract.
    public static String address(ContractId contract) {
        return "statements/charges/" + contract;
    }

    /// Those that a line stands for.
    static String address(StatementLine line, Statement statement) {
        YearMonth period = statement.period();
        return "%s?%s=%s&%s=%s&%s=%s"
                .formatted(
                        address(line.contractId()),
                        PERIOD,
                        period,
                        DAY,
                        line.day(),
                        KIND,
                        line.kind());
    }
}
