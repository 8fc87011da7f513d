package io.databourse.web.catalogue;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.databourse.plugin.PluginCard;
import io.databourse.plugin.TaskCard;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Facts;
import io.databourse.web.parts.LearnTable;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Tags;
import io.databourse.web.parts.Tasks;
import io.databourse.web.parts.Texts;
import io.databourse.web.shell.Shell;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/// What can be computed here, and what each way of computing reveals.
@Route(value = "tasks", layout = Shell.class)
@Dependent
@AnonymousAllowed
class TaskListView extends Page {
    @Inject
    TaskListView(Tasks tasks) {
        crumbs(Texts.t("nav.section.market"));
        title(Texts.t("nav.tasks"));
        if (tasks.plugins().isEmpty()) {
            show(Blocks.empty(Texts.t("tasks.empty")));
            return;
        }
        Div all = Blocks.div("grid");
        tasks.plugins()
                .forEach(plugin ->
                        plugin.tasks().stream()
                                .filter(tasks.sold()::containsValue)
                                .forEach(task -> all.add(card(plugin, task))));
        show(all);
    }

    private static Div card(PluginCard plugin, TaskCard task) {
        return Blocks.card(
                Texts.of(task.title()),
                Blocks.row(
                        Tags.accent(Texts.of(plugin.technique())),
                        Tags.plain(Texts.of(task.deployment()))),
                Blocks.paragraph(Texts.of(task.summary())),
                LearnTable.of(task),
                new Facts()
                        .mono("tasks.name", plugin.id() + "/" + task.name())
                        .add("tasks.vendor", Texts.of(plugin.vendor()))
                        .mono("tasks.version", plugin.version()));
    }
}
