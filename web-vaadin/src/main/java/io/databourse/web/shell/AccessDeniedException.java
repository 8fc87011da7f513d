package io.databourse.web.shell;

/// Somebody who is logged in asked for a page of another role.
public final class AccessDeniedException extends RuntimeException {
    private static final long serialVersionUID = 1;
}
