package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.dispatch.Condition;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.ArrayList;
import java.util.List;

/// Builds the conditions on one party's rows.
final class ConditionEditor extends Div {
    private final String prefix;
    private final List<String> columns;
    private final boolean otherColumns;
    private final List<Line> lines = new ArrayList<>();
    private final Div list = new Div();
    private int made;

    /// @param prefix of the fields' ids
    /// @param columns that can be chosen
    /// @param otherColumns whether a column may be typed that is not among them
    ConditionEditor(String prefix, List<String> columns, boolean otherColumns) {
        this.prefix = prefix;
        this.columns = List.copyOf(columns);
        this.otherColumns = otherColumns;
        addClassName("conditions");
        add(list, Actions.quiet(prefix + "-add", Texts.t("job.addCondition"), () -> addLine()));
    }

    List<Condition> conditions() {
        return lines.stream().map(Line::condition).toList();
    }

    private void addLine() {
        Line line = new Line(prefix + "-" + made++);
        lines.add(line);
        list.add(line);
    }

    static List<String> separated(String text) {
        return text.lines()
                .flatMap(each -> List.of(each.split("[,，]", -1)).stream())
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private final class Line extends Div {
        private final ComboBox<String> column = new ComboBox<>();
        private final Select<Condition.Operator> operator = new Select<>();
        private final TextField values = new TextField();

        Line(String id) {
            addClassName("condition");
            Inputs.name(column, id + "-column", "job.column");
            column.setItems(columns);
            column.setAllowCustomValue(otherColumns);
            column.addCustomValueSetListener(typed -> column.setValue(typed.getDetail()));
            Inputs.name(operator, id + "-operator", "job.operator");
            operator.setItems(Condition.Operator.values());
            operator.setItemLabelGenerator(Texts::of);
            operator.setValue(Condition.Operator.EQ);
            Inputs.name(values, id + "-values", "job.values");
            values.setPlaceholder(Texts.t("job.valuesHint"));
            Component remove =
                    Actions.quiet(id + "-remove", Texts.t("action.remove"), this::removeLine);
            add(column, operator, values, remove);
        }

        private void removeLine() {
            lines.remove(this);
            list.remove(this);
        }

        private Condition condition() {
            Inputs.require(column, values);
            return new Condition(
                    Inputs.value(column), Inputs.value(operator), separated(values.getValue()));
        }
    }

    /// A condition as people write it: `aum_cny between 500000 and 6000000`.
    static Component shown(Condition condition) {
        String separator = condition.operator() == Condition.Operator.BETWEEN ? " … " : ", ";
        return Blocks.mono(
                condition.column()
                        + " "
                        + Texts.of(condition.operator())
                        + " "
                        + String.join(separator, condition.values()));
    }
}
