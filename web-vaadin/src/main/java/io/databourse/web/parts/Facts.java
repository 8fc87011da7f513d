package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/// A list of names and values.
public final class Facts extends DescriptionList {
    public Facts add(String labelKey, Component value) {
        add(new Term(Texts.t(labelKey)), new Description(value));
        return this;
    }

    public Facts add(String labelKey, String value) {
        return add(labelKey, new Span(value.isBlank() ? "–" : value));
    }

    public Facts mono(String labelKey, String value) {
        return add(labelKey, value.isBlank() ? new Span("–") : Blocks.mono(value));
    }
}
