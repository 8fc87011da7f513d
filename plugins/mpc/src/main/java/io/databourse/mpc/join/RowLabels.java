package io.databourse.mpc.join;

/// What the receiver has of the other owner's columns, by its own rows.
interface RowLabels {
    boolean has(long row);

    /// Reads the label of a row that has one.
    void get(long row, byte[] label);
}
