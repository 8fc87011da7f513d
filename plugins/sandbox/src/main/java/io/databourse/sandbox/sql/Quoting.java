package io.databourse.sandbox.sql;

/// How names and values are written into fresh SQL.
final class Quoting {
    private Quoting() {}

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    static String literal(Literal literal) {
        return switch (literal.type()) {
            case TEXT -> text(literal.text());
            case INTEGER, DECIMAL, DOUBLE -> "(" + literal.text() + ")";
            case DATE -> "DATE " + text(literal.text());
            case TIMESTAMP -> "TIMESTAMP " + text(literal.text());
            case BOOLEAN -> literal.text();
        };
    }
}
