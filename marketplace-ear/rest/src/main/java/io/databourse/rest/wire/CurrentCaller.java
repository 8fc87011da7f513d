package io.databourse.rest.wire;

import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.call.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Who calls, by the bearer token.
@RequestScoped
public class CurrentCaller {
    @Inject HttpServletRequest request;

    /// The caller; an anonymous one is refused.
    public Caller get() {
        var principal = request.getUserPrincipal();
        if (principal == null) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED, "a bearer token is needed");
        }
        var roles =
                Arrays.stream(Role.values())
                        .filter(role -> request.isUserInRole(role.tokenName()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Caller(principal.getName(), roles);
    }
}
