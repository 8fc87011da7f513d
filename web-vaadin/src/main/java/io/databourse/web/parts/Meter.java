package io.databourse.web.parts;

import com.vaadin.flow.component.html.Div;

/// A thin bar that shows a part of a whole.
public final class Meter extends Div {
    public Meter(String label, long value, long whole) {
        addClassName("bar");
        long percent = whole <= 0 ? 0 : Math.clamp(value * 100 / whole, 0, 100);
        getElement().setAttribute("role", "progressbar");
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
        getElement().setAttribute("aria-valuenow", Long.toString(percent));
        Div filled = new Div();
        filled.getStyle().setWidth(percent + "%");
        add(filled);
    }
}
