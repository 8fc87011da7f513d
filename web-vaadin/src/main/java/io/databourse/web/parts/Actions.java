package io.databourse.web.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Buttons for commands. While one runs its button is disabled, so that a double click is no second
/// command; a refusal goes to the one error handler of the session.
public final class Actions {
    private Actions() {}

    public static Button command(String id, String text, Runnable command) {
        Button button = new Button(text);
        button.setId(id);
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            Problems.clear();
            try {
                command.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    public static Button primary(String id, String text, Runnable command) {
        Button button = command(id, text, command);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    public static Button quiet(String id, String text, Runnable command) {
        Button button = command(id, text, command);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /// For what cannot be taken back.
    public static Button danger(String id, String text, Runnable command) {
        Button button = command(id, text, command);
        button.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return button;
    }
}
