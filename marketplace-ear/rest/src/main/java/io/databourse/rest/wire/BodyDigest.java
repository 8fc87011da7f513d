package io.databourse.rest.wire;

import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Hashes the body as it was sent, so that a repeated command can be told from another one under
/// the same key.
@Provider
public class BodyDigest implements ReaderInterceptor {
    static final String PROPERTY = "io.databourse.body-digest";

    /// Below what the server cuts off without a word. 10,000 calls are about a third of it.
    private static final int MOST = 10_000_000;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (length(context.getHeaders().getFirst(HttpHeaders.CONTENT_LENGTH)) > MOST) {
            throw tooLarge();
        }
        var body = context.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw tooLarge();
        }
        context.setProperty(PROPERTY, sha256(body));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    /// How long the body says to be, 0 if it does not.
    private static long length(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }

    private static Refusal tooLarge() {
        return Refusal.of(
                ErrorCode.BODY_TOO_LARGE, "A body has at most " + MOST / 1_000_000 + " MB.");
    }

    static String sha256(byte[] bytes) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
