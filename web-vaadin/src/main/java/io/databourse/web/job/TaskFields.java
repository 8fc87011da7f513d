package io.databourse.web.job;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.plugin.Parameters;
import io.databourse.web.parts.TaskParameter;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of a task that its card leaves to whoever asks for a job.
final class TaskFields extends Div {
    private final Tasks tasks;
    private final Map<String, HasValue<?, String>> fields = new LinkedHashMap<>();

    TaskFields(Tasks tasks) {
        this.tasks = tasks;
        addClassName("form");
    }

    /// Shows the fields of another task.
    void show(String task) {
        fields.clear();
        removeAll();
        for (TaskParameter parameter : tasks.parameters(task)) {
            if (!parameter.name().equals(Parameters.MINIMUM_RESULT_SIZE)) {
                add(field(parameter));
            }
        }
        setVisible(!fields.isEmpty());
    }

    private Component field(TaskParameter parameter) {
        String id = "parameter-" + parameter.name();
        if (parameter.choices().isEmpty()) {
            TextField field = new TextField(parameter.title());
            field.setId(id);
            field.setHelperText(parameter.description());
            field.setValue(parameter.usual());
            fields.put(parameter.name(), field);
            return field;
        }
        Select<String> field = new Select<>();
        field.setId(id);
        field.setLabel(parameter.title());
        field.setHelperText(parameter.description());
        field.setItems(parameter.choices());
        field.setItemLabelGenerator(each -> Texts.ofCode("choice", each));
        field.setValue(parameter.usual());
        fields.put(parameter.name(), field);
        return field;
    }

    /// What was filled in; a field left at what holds anyway is not among it.
    Map<String, String> values(String task) {
        Map<String, String> values = new HashMap<>();
        List<TaskParameter> known = tasks.parameters(task);
        fields.forEach((name, field) -> {
            String value = field.getValue() == null ? "" : field.getValue().strip();
            boolean usual =
                    known.stream()
                            .anyMatch(
                                    each -> each.name().equals(name) && each.usual().equals(value));
            if (!value.isEmpty() && !usual) {
                values.put(name, value);
            }
        });
        return values;
    }
}
