package io.databourse.web.parts;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import java.util.List;

/// The way of a thing through its states.
public final class Stepper extends OrderedList {
    /// @param now the index of the current step; `steps.size()` when all are done
    /// @param stopped whether it ended at the current step without success
    public Stepper(List<String> steps, int now, boolean stopped) {
        addClassName("step");
        for (int i = 0; i < steps.size(); i++) {
            ListItem item = new ListItem(steps.get(i));
            if (i < now) {
                item.addClassName("done");
            } else if (i == now) {
                item.addClassName(stopped ? "stopped" : "now");
                item.getElement().setAttribute("aria-current", "step");
            }
            add(item);
        }
    }
}
