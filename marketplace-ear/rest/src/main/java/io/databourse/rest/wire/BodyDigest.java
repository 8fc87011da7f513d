package io.databourse.rest.wire;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Hashes the body as it was sent, so that a repeated command can be told from another one under
/// the same key.
@Provider
public class BodyDigest implements ReaderInterceptor {
    static final String PROPERTY = "io.databourse.body-digest";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readAllBytes();
        context.setProperty(PROPERTY, sha256(body));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
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
