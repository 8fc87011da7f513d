package io.databourse.sandbox.sql;

import java.util.List;

/// Rows are equal up to the last digits: sums of floating-point numbers depend on their order.
final class Nearly {
    private Nearly() {}

    static int compare(List<String> a, List<String> b) {
        boolean same = a.size() == b.size();
        for (int i = 0; same && i < a.size(); i++) {
            same = a.get(i).equals(b.get(i)) || close(a.get(i), b.get(i));
        }
        return same ? 0 : 1;
    }

    private static boolean close(String a, String b) {
        try {
            double x = Double.parseDouble(a);
            return Math.abs(x - Double.parseDouble(b)) <= 1e-9 * Math.abs(x);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
