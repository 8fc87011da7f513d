package io.databourse.form;

import java.util.ArrayList;
import java.util.List;

/// A piece of a filled form, for whoever sets it on a page.
public sealed interface FormBlock {
    /// The name of the contract and its code.
    record Title(String text) implements FormBlock {}

    /// The head of an article, 条.
    record Heading(String text) implements FormBlock {}

    record Paragraph(String text) implements FormBlock {}

    /// Rights in the data, one a row, under a row of heads.
    record Table(List<List<String>> rows) implements FormBlock {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// A cell a line, three a row, and an empty line at the end.
    String TABLE = "数据名称";

    int COLUMNS = 3;

    /// The pieces of a text in their order.
    static List<FormBlock> of(String text) {
        List<FormBlock> blocks = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(TABLE)) {
                int end = i;
                while (end < lines.size() && !lines.get(end).isBlank()) {
                    end++;
                }
                blocks.add(table(lines.subList(i, end)));
                i = end;
            } else if (!line.isEmpty()) {
                blocks.add(block(line));
            }
        }
        return blocks;
    }

    private static FormBlock table(List<String> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i + COLUMNS <= cells.size(); i += COLUMNS) {
            rows.add(cells.subList(i, i + COLUMNS));
        }
        return new Table(rows);
    }

    private static FormBlock block(String line) {
        if (line.equals("数据提供合同") || line.equals("（" + ModelContract.CODE + "）")) {
            return new Title(line);
        }
        return line.matches("第[一二三四五六七八九十]{1,3}条  .{1,30}")
                ? new Heading(line)
                : new Paragraph(line);
    }
}
