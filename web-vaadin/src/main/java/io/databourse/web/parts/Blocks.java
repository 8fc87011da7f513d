package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;

/// The plain pieces of a page; `bourse.css` gives the class names their look.
public final class Blocks {
    private Blocks() {}

    public static Div div(String css, Component... children) {
        Div div = new Div(children);
        div.addClassNames(css.split(" ", -1));
        return div;
    }

    public static Div div(String css, Collection<? extends Component> children) {
        return div(css, children.toArray(Component[]::new));
    }

    public static Span text(String text) {
        return new Span(text);
    }

    public static Span text(String css, String text) {
        Span span = new Span(text);
        span.addClassNames(css.split(" ", -1));
        return span;
    }

    public static Span mono(String text) {
        return text("mono", text);
    }

    public static Span muted(String text) {
        return text("muted", text);
    }

    public static Paragraph paragraph(String text) {
        return new Paragraph(text);
    }

    public static Div row(Component... children) {
        return div("row", children);
    }

    public static Div card(Component... children) {
        return div("card", children);
    }

    public static Div card(String title, Component... children) {
        Div card = div("card", new H2(title));
        card.add(children);
        return card;
    }

    /// A figure that is read at a glance.
    public static Div figure(String label, Component value, String below) {
        return div(
                "card kpi",
                text("d", label),
                div("v", value),
                text("d", below.isEmpty() ? " " : below));
    }

    public static H3 subtitle(String text) {
        return new H3(text);
    }

    public static Anchor link(String text, String href) {
        return new Anchor(href, text);
    }

    public static Anchor mono(String text, String href) {
        Anchor anchor = new Anchor(href, text);
        anchor.addClassName("mono");
        return anchor;
    }

    /// What happens next, and who must act.
    public static Div next(String text, Component... actions) {
        Div next = div("next", text(text));
        next.getElement().setAttribute("role", "status");
        if (actions.length > 0) {
            next.add(row(actions));
        }
        return next;
    }

    /// An empty list says what to do about it.
    public static Div empty(String text, Component... actions) {
        Div empty = div("empty", new Paragraph(text));
        empty.add(row(actions));
        return empty;
    }
}
