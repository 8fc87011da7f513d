package io.databourse.protection.table;

import java.io.IOException;

/// A table or a policy cannot be used as it is. The message says where and why, and shows no value
/// of the table.
public final class TableException extends IOException {
    public TableException(String message) {
        super(message);
    }
}
