package io.databourse.web.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.call.Caller;
import io.databourse.call.Role;
import io.databourse.web.parts.Texts;
import java.util.Locale;
import java.util.Map;

/// Finds anything by its id; words are looked for in the catalogue.
final class IdSearch extends TextField {
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("lst_", "catalogue/"),
                    Map.entry("prd_", "products/"),
                    Map.entry("ord_", "orders/"),
                    Map.entry("con_", "contracts/"),
                    Map.entry("job_", "jobs/"),
                    Map.entry("nod_", "nodes/"),
                    Map.entry("stm_", "statements/"),
                    Map.entry("stb_", "settlement/"),
                    Map.entry("dsp_", "disputes/"),
                    Map.entry("evd_", "evidence/"));

    IdSearch() {
        setId("search");
        addClassName("search");
        setPlaceholder(Texts.t("shell.search"));
        setAriaLabel(Texts.t("shell.search"));
        setClearButtonVisible(true);
        addKeyPressListener(Key.ENTER, press -> go());
    }

    private void go() {
        String words = getValue().strip();
        if (!words.isEmpty()) {
            UI.getCurrent().navigate(path(words, CurrentUser.caller()));
        }
    }

    /// The page of an id. A regulator gets the whole story of it.
    static String path(String words, Caller caller) {
        if (words.matches("(?i)DXC-[0-9A-Z-]+")) {
            return "certificates/" + words.toUpperCase(Locale.ROOT);
        }
        boolean isId = words.matches("[a-z]{3}_[0-9a-zA-Z_]+");
        if (isId && caller.has(Role.REGULATOR)) {
            return "story/" + words;
        }
        if (isId) {
            String page = PAGES.get(words.substring(0, 4));
            return (page == null ? "story/" : page) + words;
        }
        return "catalogue?q=" + ViewGuard.encoded(words);
    }
}
