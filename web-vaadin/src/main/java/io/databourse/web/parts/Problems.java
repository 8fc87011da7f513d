package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.Optional;
import java.util.ResourceBundle;

/// Refusals in words: what was refused, why, and what would make it pass.
public final class Problems {
    private static final String BUNDLE = "io.databourse.call.problems";

    private Problems() {}

    /// The same words as the API's problem documents. The list of fields says what the detail of a
    /// refusal with fields repeats.
    public static Component describe(Refusal refusal) {
        Div box = report(refusal.code().name(), refusal.errors().isEmpty() ? refusal.detail() : "");
        if (!refusal.errors().isEmpty()) {
            UnorderedList list = new UnorderedList();
            refusal.errors().forEach(error -> list.add(line(error)));
            box.add(list);
        }
        refusal.rule().ifPresent(rule -> box.add(Tags.plain(Texts.t("problem.rule", rule))));
        return box;
    }

    /// For a code that a service, a job or a node reports, with its detail. Details are written in
    /// English; so in Chinese they stand last and small, below what can be done.
    public static Div report(String code, String detail) {
        Optional<String> words = Said.words(detail);
        if (Texts.language() == Language.EN || detail.isBlank()) {
            return describe(code, words.orElse(detail));
        }
        Div box = describe(code, words.orElse(""));
        if (words.isEmpty()) {
            box.add(Said.inEnglish(detail));
        }
        return box;
    }

    /// For a code, with words of the pages' own.
    public static Div describe(String code, String words) {
        Div box = Blocks.div("problem", Blocks.text("problem-title", title(code)));
        if (!words.isBlank()) {
            box.add(Blocks.paragraph(words));
        }
        text(code + ".help").ifPresent(help -> box.add(Blocks.text("problem-help", help)));
        box.getElement().setAttribute("data-code", code);
        return box;
    }

    /// A short name for the code; the code itself only if nobody wrote words for it.
    public static String title(String code) {
        return text(code + ".title").orElse(code);
    }

    public static void show(Refusal refusal) {
        show(describe(refusal));
    }

    /// Something broke that is not the user's fault; the number finds it in the log.
    public static void showFailure(String incident) {
        show(describe("INTERNAL", Texts.t("problem.incident", incident)));
    }

    public static void done(String text) {
        Notification notification = new Notification(text, 4000, Notification.Position.TOP_CENTER);
        notification.addThemeVariants(NotificationVariant.LUMO_SUCCESS);
        notification.open();
    }

    /// Takes away what was said about an earlier command.
    public static void clear() {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Optional.ofNullable(ComponentUtil.getData(ui, Notification.class))
                    .ifPresent(Notification::close);
        }
    }

    private static void show(Component words) {
        clear();
        Notification notification = new Notification();
        ComponentUtil.setData(UI.getCurrent(), Notification.class, notification);
        notification.setId("refusal");
        notification.setPosition(Notification.Position.TOP_CENTER);
        notification.setAssertive(true);
        Button close = new Button("✕", click -> notification.close());
        close.setAriaLabel(Texts.t("action.close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        notification.add(Blocks.div("refusal", words, close));
        notification.open();
    }

    private static ListItem line(FieldError error) {
        String field = FieldLabels.of(error);
        String problem = Said.inOneLanguage(error.problem());
        if (error.allowed().isEmpty()) {
            return new ListItem(Texts.t("problem.missing", field, problem));
        }
        if (FieldLabels.isOfService(error) && Said.isForeign(error.problem())) {
            return new ListItem(
                    Blocks.text(field),
                    Said.inEnglish(error.problem() + " (" + error.allowed() + ")"));
        }
        return new ListItem(Texts.t("problem.field", field, problem, error.allowed()));
    }

    private static Optional<String> text(String key) {
        ResourceBundle bundle = BundleTexts.bundle(BUNDLE, Texts.language());
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }
}
