package io.databourse.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.databourse.call.Caller;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Texts;
import java.util.ArrayList;
import java.util.List;

/// The pages that the user can go to.
final class Navigation extends Nav {
    private final List<Anchor> links = new ArrayList<>();
    private final List<NavigationEntry> entries;

    Navigation(Caller caller) {
        entries = NavigationEntry.of(caller);
        addClassName("nav");
        getElement().setAttribute("aria-label", Texts.t("shell.navigation"));
        for (String section : NavigationEntry.sections(entries)) {
            add(Blocks.div("sec", Blocks.text(Texts.t("nav.section." + section))));
            entries.stream()
                    .filter(entry -> entry.section().equals(section))
                    .forEach(this::addEntry);
        }
    }

    private void addEntry(NavigationEntry entry) {
        Anchor link = Blocks.link(Texts.t("nav." + entry.path()), entry.path());
        link.setId("nav-" + entry.path());
        links.add(link);
        add(link);
    }

    /// Marks the entry of the page that is open.
    void mark(String path) {
        String first = path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
        for (Anchor link : links) {
            boolean here = link.getHref().equals(first);
            link.setClassName("on", here);
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }
}
