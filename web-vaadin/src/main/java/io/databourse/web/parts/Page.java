package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/// The base of every view: breadcrumbs, a heading with labels and actions, and the body.
public abstract class Page extends Div implements HasDynamicTitle {
    private final Nav crumbs = new Nav();
    private final H1 heading = new H1();
    private final Div beside = Blocks.div("beside");
    private final Div actions = Blocks.div("act");
    private final Div body = Blocks.div("body");
    private String title = "";

    @SuppressWarnings("this-escape") // Vaadin components are put together in their constructors
    protected Page() {
        addClassName("page");
        crumbs.addClassName("crumbs");
        crumbs.getElement().setAttribute("aria-label", Texts.t("shell.crumbs"));
        heading.setId("title");
        add(crumbs, Blocks.div("head", heading, beside, actions), body);
    }

    @Override
    public final String getPageTitle() {
        return title + " · " + Texts.t("shell.name");
    }

    protected final void title(String text) {
        title = text;
        heading.setText(text);
    }

    /// Says where the page stands: a section's name, then pages above this one.
    protected final void crumbs(String section, Anchor... pages) {
        crumbs.removeAll();
        crumbs.add(new Span(section), slash());
        for (Anchor page : pages) {
            crumbs.add(page, slash());
        }
    }

    protected final void beside(Component... labels) {
        beside.removeAll();
        beside.add(labels);
    }

    protected final void actions(Component... buttons) {
        actions.removeAll();
        actions.add(buttons);
    }

    /// Puts this into the body and takes away what was there.
    protected final void show(Component... parts) {
        body.removeAll();
        body.add(parts);
    }

    /// Puts this above what the body shows.
    protected final void showFirst(Component part) {
        body.addComponentAsFirst(part);
    }

    private static Span slash() {
        Span slash = Blocks.text("slash", "/");
        slash.getElement().setAttribute("aria-hidden", "true");
        return slash;
    }
}
