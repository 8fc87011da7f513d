package io.databourse.dispatch;

import java.util.List;

/// A further table of a room.
///
/// @param name in SQL
/// @param columns those that its rules name
public record RoomTable(String name, String productName, long rowCount, List<RoomColumn> columns) {
    public RoomTable {
        columns = List.copyOf(columns);
    }
}
