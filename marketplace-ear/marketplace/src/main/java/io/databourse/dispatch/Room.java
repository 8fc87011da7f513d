package io.databourse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.contract.ContractId;
import java.util.List;
import java.util.Optional;

/// What a consumer may work with in the room of a contract, 数据沙箱, while it writes code: what the
/// contract grants and nothing else of the data set.
///
/// @param table the name in SQL of what was sold
/// @param columns what the room sees of it, in the order of the data set
/// @param tables others that questions may join to it, and scripts read
/// @param rules as the contract pins them
/// @param runsLeft units that can still be held
/// @param dryRunsLeft for today
/// @param privacy of rules with a privacy budget, once a run has told what is left of it
public record Room(
        ContractId contractId,
        String productName,
        List<String> tasks,
        String table,
        long rowCount,
        List<RoomColumn> columns,
        List<RoomTable> tables,
        JsonNode rules,
        long runsLeft,
        int dryRunsLeft,
        Optional<PrivacyLeft> privacy) {
    public Room {
        tasks = List.copyOf(tasks);
        columns = List.copyOf(columns);
        tables = List.copyOf(tables);
    }
}
