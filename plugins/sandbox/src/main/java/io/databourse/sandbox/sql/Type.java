package io.databourse.sandbox.sql;

/// What the values of a column, an argument or a result's column are.
public enum Type {
    TEXT,
    INTEGER,
    DECIMAL,
    DOUBLE,
    DATE,
    TIMESTAMP,
    BOOLEAN;

    boolean isNumber() {
        return this == INTEGER || this == DECIMAL || this == DOUBLE;
    }

    boolean isTime() {
        return this == DATE || this == TIMESTAMP;
    }
}
