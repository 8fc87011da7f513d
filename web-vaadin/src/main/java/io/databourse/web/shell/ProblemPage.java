package io.databourse.web.shell;

import com.vaadin.flow.component.Component;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Page;
import io.databourse.web.parts.Texts;

/// A page that could not be shown, in words.
abstract class ProblemPage extends Page {
    final void explain(Component words) {
        crumbs(Texts.t("problem.section"));
        title(Texts.t("problem.title"));
        words.getElement().setAttribute("role", "alert");
        show(Blocks.card(words, Blocks.row(Blocks.link(Texts.t("problem.home"), "."))));
    }
}
