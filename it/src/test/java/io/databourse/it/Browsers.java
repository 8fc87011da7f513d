package io.databourse.it;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/// The users of a test class, each at a browser of its own that stays logged in. When a test fails
/// there is a picture of each browser in `target/browser`.
final class Browsers implements BeforeAllCallback, AfterAllCallback, TestWatcher {
    /// The exchange's own zone, in which days begin.
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String name;
    private final Map<String, Browser> known = new LinkedHashMap<>();

    /// @param name that the pictures begin with
    Browsers(String name) {
        this.name = name;
    }

    Browser as(String user) {
        Browser open = known.get(user);
        if (open != null) {
            return open;
        }
        Browser browser = Browser.start();
        known.put(user, browser);
        browser.logIn(user);
        return browser;
    }

    /// An amount as the pages write it.
    static BigDecimal amount(Browser browser, String id) {
        return amount(browser.text(id));
    }

    static BigDecimal amount(String text) {
        return new BigDecimal(text.replace("¥", "").replace(",", "").replace("−", "-"));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        Bourse.start();
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        known.forEach((user, browser) ->
                browser.photograph(Path.of("target/browser", name + "-" + user + ".png")));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        known.values().forEach(Browser::close);
        known.clear();
    }
}
