package io.databourse.web.workbench;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.databourse.algorithm.NewVersion;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.dispatch.Room;
import io.databourse.dispatch.RoomTable;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.CodeEditor;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import io.databourse.web.workbench.Versions.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A script: written, registered as a version, approved by the owner's people by its hash, run.
final class ScriptDesk extends Desk {
    static final String TASK = "sandbox/script";

    private final Versions versions;
    private final long reviewers;
    private final CodeEditor editor = new CodeEditor("script", Texts.t("workbench.script"));
    private final Select<Entry> version =
            Inputs.name(new Select<>(), "algorithm", "algorithm.version");
    private final Div about = Blocks.div("stack");
    private final RegisterForm form;
    private String loaded = "";

    ScriptDesk(Versions versions, Room room, Runnable dryRun) {
        this.versions = versions;
        this.reviewers = room.rules().path("reviewers").asLong(1);
        addClassName("stack");
        List<String> languages =
                room.rules().path("languages").valueStream().map(each -> each.asText()).toList();
        form = new RegisterForm(languages, editor::language, editor::getValue, this::register);
        version.setItemLabelGenerator(Entry::label);
        version.setPlaceholder(Texts.t("algorithm.none"));
        version.addClassName("wide");
        version.addValueChangeListener(
                change -> Optional.ofNullable(change.getValue()).ifPresent(this::load));
        editor.onRun(dryRun);
        add(version, about, editor, Blocks.muted(Texts.t("workbench.scriptHint")));
        List<String> tables =
                room.tables().stream()
                        .map(RoomTable::name)
                        .filter(name -> isForScripts(room.rules().path("tables").path(name)))
                        .toList();
        if (!tables.isEmpty()) {
            add(
                    Blocks.muted(
                            Texts.t(
                                    "workbench.scriptTables",
                                    Texts.list(tables),
                                    tables.getFirst())));
        }
        add(form);
        List<Entry> all = versions.all();
        version.setItems(all);
        all.stream()
                .findFirst()
                .ifPresentOrElse(version::setValue, () -> editor.setValue(example(languages)));
    }

    /// Where a table's rules do not say it, it is as for what was sold.
    private static boolean isForScripts(JsonNode rules) {
        JsonNode modes = rules.path("modes");
        return modes.isMissingNode()
                || modes.valueStream().anyMatch(mode -> mode.asText().equals("SCRIPT"));
    }

    /// Something to begin with.
    private static String example(List<String> languages) {
        return languages.stream().findFirst().filter("r"::equals).isPresent()
                ? "data <- bourse$table()\nbourse$save(\"rows\", nrow(data))\n"
                : "import bourse\n\ndata = bourse.table()\nbourse.save(\"rows\", len(data))\n";
    }

    private void load(Entry entry) {
        loaded = versions.script(entry).text();
        editor.setValue(loaded);
        form.next(entry);
        describe(entry);
    }

    private void describe(Entry entry) {
        about.removeAll();
        about.add(new VersionCard(versions, entry, reviewers, () -> reload(entry.reference())));
    }

    /// The owner's people decide at their node, so the word comes while the page is open.
    void refresh() {
        version.getOptionalValue()
                .flatMap(
                        shown -> versions.find(shown.reference()).filter(now -> !now.equals(shown)))
                .ifPresent(now -> reload(now.reference()));
    }

    private void reload(String reference) {
        String typed = editor.getValue();
        List<Entry> all = versions.all();
        version.setItems(all);
        all.stream()
                .filter(each -> each.reference().equals(reference))
                .findFirst()
                .ifPresent(version::setValue);
        editor.setValue(typed);
    }

    private void register(String name, NewVersion wish) {
        Entry made = versions.register(name, wish);
        Problems.done(Texts.t("algorithm.registered", made.reference()));
        reload(made.reference());
    }

    @Override
    String task() {
        return TASK;
    }

    @Override
    Map<String, String> parameters() {
        Inputs.require(version);
        if (!editor.getValue().equals(loaded)) {
            throw Refusal.invalid(
                    List.of(
                            new FieldError(
                                    "/" + Texts.t("workbench.script"),
                                    Texts.t("algorithm.changed"),
                                    "")));
        }
        return Map.of("algorithm", Inputs.value(version).reference());
    }
}
