package io.databourse.web.parts;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;

/// An editor of code with line numbers and colours. Tab leaves it; Ctrl+Enter does what the page
/// says. Its library is a few files of a web jar: see
/// `docs/decisions/2026-11-21-the-editor-is-a-web-jar.md`.
@Tag("bourse-editor")
@StyleSheet(CodeEditor.LIBRARY + "/lib/codemirror.css")
@JavaScript(CodeEditor.LIBRARY + "/lib/codemirror.js")
@JavaScript(CodeEditor.LIBRARY + "/mode/sql/sql.js")
@JavaScript(CodeEditor.LIBRARY + "/mode/python/python.js")
@JavaScript(CodeEditor.LIBRARY + "/mode/r/r.js")
@JavaScript("context://bourse-editor.js")
public final class CodeEditor extends AbstractSinglePropertyField<CodeEditor, String> {
    static final String LIBRARY = "context://webjars/codemirror/5.65.21";

    /// @param label what it is for, for who cannot see it
    public CodeEditor(String id, String label) {
        super("value", "", false);
        setId(id);
        getElement().setAttribute("label", label);
    }

    /// Colours this language's words; another than `sql`, `python` and `r` has none.
    public void language(String language) {
        getElement().setAttribute("language", language);
    }

    /// What Ctrl+Enter does.
    public void onRun(Runnable command) {
        getElement().addEventListener("run-code", pressed -> command.run());
    }
}
