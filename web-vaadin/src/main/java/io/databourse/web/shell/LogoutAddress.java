package io.databourse.web.shell;

/// The identity provider's end-session address (OpenID Connect RP-Initiated Logout 1.0 §2).
final class LogoutAddress {
    private LogoutAddress() {}

    static String of(String home) {
        return System.getProperty("bourse.oidc.url", "http://localhost:8180/realms/databourse")
                + "/protocol/openid-connect/logout?client_id=bourse-web&post_logout_redirect_uri="
                + ViewGuard.encoded(home);
    }
}
