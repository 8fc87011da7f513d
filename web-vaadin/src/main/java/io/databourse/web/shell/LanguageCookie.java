package io.databourse.web.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import io.databourse.web.parts.Language;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;

/// Remembers the chosen language in the browser, for visitors too.
final class LanguageCookie {
    private static final String NAME = "bourse-language";

    private LanguageCookie() {}

    static Language read(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Language.ZH
                : Arrays.stream(cookies)
                                .filter(cookie -> cookie.getName().equals(NAME))
                                .anyMatch(cookie -> cookie.getValue().equals(Language.EN.name()))
                        ? Language.EN
                        : Language.ZH;
    }

    static void write(VaadinResponse response, Language language) {
        Cookie cookie = new Cookie(NAME, language.name());
        cookie.setPath("/");
        cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
        cookie.setHttpOnly(true);
        response.addCookie(cookie);
    }
}
