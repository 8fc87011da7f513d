package io.databourse.web.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.algorithm.NewVersion;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import io.databourse.web.workbench.Versions.Entry;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Keeps what is in the editor as a version, for ever.
final class RegisterForm extends Div {
    private final TextField name = Inputs.name(new TextField(), "algorithm-name", "algorithm.name");
    private final TextField number =
            Inputs.name(new TextField(), "algorithm-number", "algorithm.number");
    private final Select<String> language =
            Inputs.name(new Select<>(), "algorithm-language", "algorithm.language");

    /// @param languages that the rules allow
    /// @param chosen is told the language
    /// @param text of the version
    /// @param register gets the algorithm's name and the version
    RegisterForm(
            List<String> languages,
            Consumer<String> chosen,
            Supplier<String> text,
            BiConsumer<String, NewVersion> register) {
        addClassName("fields");
        language.setItems(languages.isEmpty() ? List.of("python") : languages);
        language.setItemLabelGenerator(each -> Texts.ofCode("language", each));
        language.addValueChangeListener(change -> chosen.accept(Inputs.value(language)));
        language.setValue(languages.isEmpty() ? "python" : languages.getFirst());
        number.setValue("1.0.0");
        add(
                name,
                number,
                language,
                Blocks.row(
                        Actions.command(
                                "register",
                                Texts.t("algorithm.register"),
                                () -> {
                                    Inputs.require(name, number);
                                    register.accept(
                                            name.getValue().strip(),
                                            new NewVersion(
                                                    number.getValue().strip(),
                                                    Inputs.value(language),
                                                    text.get()));
                                })));
    }

    /// Proposes the version after this one.
    void next(Entry entry) {
        name.setValue(entry.algorithm().name());
        number.setValue(after(entry.version().version()));
        language.setValue(entry.version().language());
    }

    /// The last number of the version, and one more.
    private static String after(String version) {
        int cut = version.length();
        while (cut > 0 && Character.isDigit(version.charAt(cut - 1))) {
            cut--;
        }
        String digits = version.substring(cut);
        return digits.isEmpty() || digits.length() > 9
                ? version + ".1"
                : version.substring(0, cut) + (Integer.parseInt(digits) + 1);
    }
}
