package io.databourse.rest.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.Caller;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.command.IdempotentCommands;
import io.databourse.command.StoredAnswer;
import io.databourse.json.Json;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Runs the command of the current request once for its `Idempotency-Key`; a repeated request gets
/// the stored answer.
@RequestScoped
public class Commands {
    public static final String KEY = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

    @Inject HttpServletRequest request;
    @Inject CurrentCaller caller;
    @Inject IdempotentCommands commands;

    public Response run(Function<Caller, Object> command) {
        var who = caller.get();
        var operation =
                (Operation) Objects.requireNonNull(request.getAttribute(OperationFilter.PROPERTY));
        var answer =
                commands.once(
                        who,
                        key(),
                        requestHash(),
                        () ->
                                new StoredAnswer(
                                        operation.status(),
                                        ApiJson.write(command.apply(who)),
                                        false));
        return render(answer, operation.location());
    }

    private Response render(StoredAnswer answer, String location) {
        var response =
                Response.status(answer.status())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .entity(answer.body());
        if (!location.isEmpty()) {
            response.header(HttpHeaders.LOCATION, fill(location, Json.tree(answer.body())));
        }
        if (answer.replayed()) {
            response.header(REPLAYED, "true");
        }
        return response.build();
    }

    private String fill(String template, JsonNode body) {
        var path = FIELD.matcher(template).replaceAll(field -> body.path(field.group(1)).asText());
        return request.getContextPath() + request.getServletPath() + path;
    }

    private String key() {
        var key = request.getHeader(KEY);
        if (key == null || !KEY_FORM.matcher(key).matches()) {
            throw Refusal.of(
                    ErrorCode.IDEMPOTENCY_KEY_REQUIRED,
                    "Send a header "
                            + KEY
                            + " of 1 to 200 visible characters, new for each command.");
        }
        return key;
    }

    private String requestHash() {
        var body = Objects.requireNonNullElse(request.getAttribute(BodyDigest.PROPERTY), "");
        var text = request.getMethod() + " " + request.getRequestURI() + "\n" + body;
        return BodyDigest.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
