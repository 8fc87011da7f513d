package io.databourse.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the columns of a CSV text (RFC 4180) with a header. The text was checked already: each row
/// has as many fields as the header.
final class CsvColumns {
    private final String text;
    private int at;

    private CsvColumns(String text) {
        this.text = text;
    }

    static List<PreScreen.Column> of(byte[] csv) {
        var reader = new CsvColumns(new String(csv, StandardCharsets.UTF_8));
        var names = reader.row();
        var values = new ArrayList<List<String>>();
        names.forEach(_ -> values.add(new ArrayList<>()));
        while (reader.at < reader.text.length()) {
            var row = reader.row();
            for (int i = 0; i < Math.min(row.size(), values.size()); i++) {
                values.get(i).add(row.get(i));
            }
        }
        var columns = new ArrayList<PreScreen.Column>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new PreScreen.Column(names.get(i), values.get(i)));
        }
        return columns;
    }

    private List<String> row() {
        var fields = new ArrayList<String>();
        do {
            fields.add(field());
        } while (take(','));
        var _ = take('\r');
        var _ = take('\n');
        return fields;
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private String field() {
        var field = new StringBuilder();
        if (take('"')) {
            while (at < text.length() && (!take('"') || text.startsWith("\"", at))) {
                field.append(text.charAt(at++));
            }
            return field.toString();
        }
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            field.append(text.charAt(at++));
        }
        return field.toString();
    }
}
