package io.databourse.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.contract.ContractId;
import java.util.List;

/// What a consumer may work with in the room of a contract, 数据沙箱, while it writes code: what the
/// contract grants and nothing else of the data set.
///
/// @param table the name of the only table in SQL
/// @param columns what the room sees, in the order of the data set
/// @param rules as the contract pins them
/// @param runsLeft units that can still be held
/// @param dryRunsLeft for today
public record Room(
        ContractId contractId,
        String productName,
        List<String> tasks,
        String table,
        long rowCount,
        List<RoomColumn> columns,
        JsonNode rules,
        long runsLeft,
        int dryRunsLeft) {
    public Room {
        tasks = List.copyOf(tasks);
        columns = List.copyOf(columns);
    }
}
