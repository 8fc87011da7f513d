package io.databourse.call;

import java.util.Arrays;
import java.util.Set;

/// Who calls a service, and as what.
public record Caller(String username, Set<Role> roles) {
    private static final Caller SYSTEM =
            new Caller("system", Set.of(Role.OPERATOR, Role.REGULATOR));

    public Caller {
        roles = Set.copyOf(roles);
        if (username.isBlank()) {
            throw new IllegalArgumentException("a caller has a name");
        }
    }

    /// The exchange itself, for what no person asks for.
    public static Caller system() {
        return SYSTEM;
    }

    /// A visitor who has not logged in.
    public static Caller anonymous() {
        return new Caller("anonymous", Set.of());
    }

    public boolean has(Role... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /// Refuses the call unless the caller has one of the roles.
    public void require(Role... any) {
        if (!has(any)) {
            throw Refusal.of(
                    ErrorCode.FORBIDDEN,
                    "This needs the role %s.",
                    String.join(" or ", Arrays.stream(any).map(Role::tokenName).toList()));
        }
    }
}
