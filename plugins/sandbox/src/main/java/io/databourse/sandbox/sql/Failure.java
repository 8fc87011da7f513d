package io.databourse.sandbox.sql;

import io.databourse.plugin.Text;

/// Why a query gave no result although it is within the rules. A class and nothing more: the text
/// of an engine's error can quote a row (`Could not convert string 'alice@…' to INT32`).
public enum Failure {
    MEMORY("内存不足，请减少分组。", "Not enough memory; make fewer groups."),
    TIME("超过时间上限。", "The time limit was hit."),
    DATA("数据文件无法读取，请联系数据所有者。", "The data cannot be read; ask its owner."),
    TOO_MANY_ROWS("结果行数过多，请加 LIMIT 或更粗的分组。", "Too many rows; add LIMIT or group more coarsely."),
    TOO_LARGE("结果过大，请减少列或行。", "The result is too large; ask for fewer columns or rows."),
    ENGINE("查询引擎出错，请重试或联系数据所有者。", "The engine failed; try again or ask the owner.");

    private final String zh;
    private final String en;

    Failure(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text text() {
        return new Text(zh, en);
    }
}
