package io.databourse.sandbox.sql;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads what a worker says is a table.
final class TableReader {
    private final Plan plan;

    TableReader(Plan plan) {
        this.plan = plan;
    }

    ResultTable read(DataInputStream in) throws IOException {
        List<String> names = plan.names();
        int count = in.readInt();
        int rows = in.readInt();
        if (count != names.size() || rows < 0 || rows > plan.limits().rows()) {
            throw new IOException("a table of another shape");
        }
        var columns = new ArrayList<ResultColumn>();
        for (String name : names) {
            columns.add(column(name, Wire.choice(in, Type.class), rows, in));
        }
        return new ResultTable(columns, rows);
    }

    private ResultColumn column(String name, Type type, int rows, DataInputStream in)
            throws IOException {
        var missing = new boolean[rows];
        return switch (type) {
            case INTEGER -> {
                var values = new long[rows];
                for (int row = 0; row < rows; row++) {
                    missing[row] = in.readBoolean();
                    values[row] = missing[row] ? 0 : in.readLong();
                }
                yield new ResultColumn.Longs(name, values, missing);
            }
            case DOUBLE -> {
                var values = new double[rows];
                for (int row = 0; row < rows; row++) {
                    missing[row] = in.readBoolean();
                    values[row] = missing[row] ? 0 : in.readDouble();
                }
                yield new ResultColumn.Doubles(name, values, missing);
            }
            case TEXT, DECIMAL, DATE, TIMESTAMP, BOOLEAN -> {
                var values = new String[rows];
                int longest = (int) Math.min(plan.limits().bytes() * 2, Wire.LONGEST_TREE);
                for (int row = 0; row < rows; row++) {
                    missing[row] = in.readBoolean();
                    values[row] = missing[row] ? "" : Wire.text(in, longest);
                }
                yield new ResultColumn.Texts(name, type, values, missing);
            }
        };
    }
}
