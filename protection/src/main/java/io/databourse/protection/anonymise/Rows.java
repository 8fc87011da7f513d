package io.databourse.protection.anonymise;

/// Some rows of the table: `order[from]` … `order[to - 1]`. All parts of a table share the array.
final class Rows {
    private final int[] order;
    private final int from;
    private final int to;

    Rows(int[] order, int from, int to) {
        this.order = order;
        this.from = from;
        this.to = to;
    }

    int[] order() {
        return order;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int size() {
        return to - from;
    }
}
