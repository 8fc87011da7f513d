package io.databourse.web.workbench;

import com.vaadin.flow.component.html.Div;
import java.util.Map;

/// Where code is written: what a job of it would be.
abstract class Desk extends Div {
    /// Plugin and task.
    abstract String task();

    /// Of the job; refuses what cannot be run yet.
    abstract Map<String, String> parameters();
}
