package io.databourse.mpc;

import io.databourse.mpc.key.KeyRules;
import io.databourse.plugin.Parameters;
import io.databourse.plugin.Text;
import java.util.Optional;

/// The parameter with the rules of the join columns, [KeyRules].
final class RulesParameter implements TaskParameter {

    @Override
    public String name() {
        return KeyRules.PARAMETER;
    }

    @Override
    public Optional<Text> objection(Parameters parameters) {
        return KeyRules.isFine(parameters)
                ? Optional.empty()
                : Optional.of(
                        new Text(
                                "标识规则须逐列写明，列间用逗号",
                                "rules of keys are written column by column, with commas between"));
    }

    @Override
    public String property() {
        return """
        "keyRules": {
          "type": "string",
          "pattern": "^((text|width|case|mobile-cn|id-cn)([+](text|width|case))*(,|$))*$",
          "default": "",
          "title": "标识规则 / Rules of keys",
          "description": "双方按同一规则统一标识：text 文本，width 全半角相同，case 大小写相同，mobile-cn 手机号（可带 +86），id-cn 18 位身份证号。同列用 +，列间用逗号。 Both sides write keys in one form: text; width (full and half width are one), case (capitals and small letters are one), mobile-cn (mobile numbers with or without +86), id-cn (citizen's numbers of 18 characters). Words of a column with +, columns with commas."
        }\
        """;
    }
}
