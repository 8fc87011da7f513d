package io.databourse.web.parts;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.function.Function;

/// Reads ids out of addresses. One that cannot be an id is a page that does not exist.
public final class Address {
    public static final String ID = "id";

    private Address() {}

    public static <T> T id(BeforeEnterEvent event, Function<String, T> parse) {
        String text = event.getRouteParameters().get(ID).orElseThrow(NotFoundException::new);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(text);
        }
    }
}
