package io.databourse.sandbox;

/// The JSON Schemas of the parameters.
final class Schemas {
    /// What stands in every job's definition without a person having written it.
    private static final String GIVEN =
            """
                "rules": {
                  "type": "string", "maxLength": 65536, "readOnly": true,
                  "title": "合同规则 / Rules of the contract",
                  "description": "合同所固定的沙箱规则（JSON）。 The room's rules that the contract pins, as JSON."
                },
                "ownerRules": {
                  "type": "string", "maxLength": 65536, "readOnly": true,
                  "title": "数据方规则 / The owner's own rules",
                  "description": "由数据方节点加入；两者取其严。 Added by the owner's node; the stricter of both holds."
                },
                "release": {
                  "type": "string", "pattern": "^[0-9a-f]{64}$", "readOnly": true,
                  "title": "放行 / Release",
                  "description": "审核放行的输出的 SHA-256；此次运行只交付该输出。 SHA-256 of the output that reviewers released; the run hands over that and nothing else."
                },
                "dryRun": {
                  "type": "string", "enum": ["true", "false"], "default": "false", "readOnly": true,
                  "title": "试运行 / Dry run",
                  "description": "在由数据概况生成的合成行上运行，不打开数据源。 Runs on synthetic rows made from the profile; the source is not opened."
                },
                "minimumResultSize": {
                  "type": "string", "pattern": "^[0-9]{1,18}$", "default": "0", "readOnly": true,
                  "title": "最小结果行数 / Minimum result size",
                  "description": "表格少于此行数时不给出结果。 No table is given that has fewer rows."
                }
              }
            }
            """;

    static final String QUERY =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "oneOf": [{"required": ["sql"]}, {"required": ["template"]}],
              "properties": {
                "sql": {
                  "type": "string", "minLength": 1, "maxLength": 16384, "format": "sql",
                  "title": "查询语句 / SQL",
                  "description": "一条 SELECT，表名为 data，及规则所列的其他表。 One SELECT over the table data, and others that the rules name."
                },
                "template": {
                  "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9_-]{0,63}$",
                  "title": "查询模板 / Template",
                  "description": "合同中预先批准的模板名。 The name of a template that the contract has approved."
                },
                "arguments": {
                  "type": "string", "maxLength": 16384, "format": "json",
                  "title": "模板参数 / Arguments of the template",
                  "description": "JSON 对象：参数名到文本。 A JSON object: text by parameter name."
                },
            """
                    + GIVEN;

    static final String SCRIPT =
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "additionalProperties": false,
              "required": ["algorithm"],
              "properties": {
                "algorithm": {
                  "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,79}@[0-9A-Za-z][0-9A-Za-z.-]{0,31}$",
                  "title": "算法 / Algorithm",
                  "description": "已登记的算法及版本，如 demand@1.0.0。 A registered algorithm and its version, such as demand@1.0.0."
                },
                "language": {
                  "type": "string", "enum": ["python", "r", "sql"], "readOnly": true,
                  "title": "语言 / Language"
                },
                "script": {
                  "type": "string", "maxLength": 65536, "readOnly": true,
                  "title": "脚本 / Script"
                },
                "scriptHash": {
                  "type": "string", "pattern": "^[0-9a-f]{64}$", "readOnly": true,
                  "title": "脚本的 SHA-256 / SHA-256 of the script"
                },
            """
                    + GIVEN;

    private Schemas() {}
}
