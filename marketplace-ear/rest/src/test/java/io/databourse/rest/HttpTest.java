package io.databourse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.json.Json;
import io.databourse.money.Money;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How the API speaks HTTP, tried on a small resource in the server's own RESTEasy.
class HttpTest {
    private final SynchronousDispatcher dispatcher =
            (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();

    public record Price(Money amount) {}

    public record ThingId(String value) {
        public ThingId {
            if (!value.startsWith("thi_")) {
                throw new IllegalArgumentException("not a ThingId");
            }
        }
    }

    @Path("/things")
    @Produces("application/json")
    public static class Things {
        @GET
        @Path("{id}")
        public Price read(@PathParam("id") ThingId id) {
            return switch (id.value()) {
                case "thi_bug" -> throw new IllegalStateException("secret");
                case "thi_other" -> throw Refusal.of(ErrorCode.NOT_FOUND, "There is no thing.");
                case "thi_closed" -> throw new ForbiddenException();
                default -> new Price(Money.cny("500.00"));
            };
        }

        @POST
        @Path("{id}/end")
        public Price end(@PathParam("id") ThingId id) {
            return read(id);
        }

        @POST
        @Consumes("application/json")
        public Price echo(Price price) {
            return price;
        }
    }

    static final class Nobody implements SecurityContext {
        @Override
        public @Nullable Principal getUserPrincipal() {
            return null;
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public @Nullable String getAuthenticationScheme() {
            return null;
        }
    }

    @BeforeEach
    void register() {
        Api.providers().forEach(dispatcher.getProviderFactory()::registerProvider);
        dispatcher.getDefaultContextObjects().put(SecurityContext.class, new Nobody());
        dispatcher.getRegistry().addPerRequestResource(Things.class);
    }

    @Test
    void what_was_read_is_not_sent_again_while_it_stays_the_same() throws Exception {
        var first = send(MockHttpRequest.get("/things/thi_1"));
        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getContentAsString())
                .isEqualTo("{\"amount\":{\"amount\":\"500.00\",\"currency\":\"CNY\"}}");
        var tag = first.getOutputHeaders().getFirst("ETag").toString();
        var again = send(MockHttpRequest.get("/things/thi_1").header("If-None-Match", tag));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsString()).isEmpty();
        var changed = send(MockHttpRequest.get("/things/thi_1").header("If-None-Match", "\"x\""));
        assertThat(changed.getStatus()).isEqualTo(200);
    }

    @Test
    void a_body_comes_back_as_it_was_sent() throws Exception {
        var body = "{\"amount\":{\"amount\":\"0.01\",\"currency\":\"CNY\"}}";
        assertThat(send(post(body)).getContentAsString()).isEqualTo(body);
    }

    @Test
    void each_unfit_request_is_told_what_is_wrong() throws Exception {
        assertProblem(send(post("{oops")), 400, "MALFORMED_REQUEST");
        assertProblem(send(post("")), 400, "MALFORMED_REQUEST");
        assertProblem(send(MockHttpRequest.post("/things")), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(send(post("{\"amount\":5}")), 422, "VALIDATION_FAILED");
        var xml = MockHttpRequest.post("/things").contentType("application/xml");
        assertProblem(send(xml.content(new byte[] {60})), 415, "UNSUPPORTED_MEDIA_TYPE");
        var image = MockHttpRequest.get("/things/thi_1").accept("image/png");
        assertProblem(send(image), 406, "NOT_ACCEPTABLE");
        assertProblem(send(post(" ".repeat(10_000_001))), 413, "BODY_TOO_LARGE");
        assertProblem(send(MockHttpRequest.delete("/things")), 405, "METHOD_NOT_ALLOWED");
        assertProblem(send(MockHttpRequest.get("/nothing")), 404, "NOT_FOUND");
    }

    @Test
    void a_command_without_a_body_needs_no_type() throws Exception {
        assertThat(send(MockHttpRequest.post("/things/thi_1/end")).getStatus()).isEqualTo(200);
        var withBody = MockHttpRequest.post("/things/thi_1/end").contentType("application/json");
        assertThat(send(withBody.content(new byte[] {'{', '}'})).getStatus()).isEqualTo(200);
    }

    @Test
    void an_id_that_is_none_names_nothing() throws Exception {
        assertProblem(send(MockHttpRequest.get("/things/other")), 404, "NOT_FOUND");
        assertProblem(send(MockHttpRequest.get("/things/thi_other")), 404, "NOT_FOUND");
    }

    @Test
    void who_is_not_known_is_asked_for_a_token() throws Exception {
        var response = send(MockHttpRequest.get("/things/thi_closed"));
        assertProblem(response, 401, "UNAUTHENTICATED");
        assertThat(response.getOutputHeaders().getFirst("WWW-Authenticate")).isNotNull();
    }

    @Test
    void a_token_that_is_none_is_refused_where_none_is_needed() throws Exception {
        var request = MockHttpRequest.get("/things/thi_1").header("Authorization", "Bearer junk");
        assertProblem(send(request), 401, "UNAUTHENTICATED");
    }

    @Test
    void a_bug_shows_nothing_of_itself() throws Exception {
        var response = send(MockHttpRequest.get("/things/thi_bug"));
        assertProblem(response, 500, "INTERNAL");
        assertThat(response.getContentAsString()).doesNotContain("secret");
    }

    @Test
    void a_problem_speaks_the_callers_language() throws Exception {
        var request = MockHttpRequest.get("/nothing").header("Accept-Language", "zh-CN, en;q=0.5");
        var response = send(request);
        var problem = assertProblem(response, 404, "NOT_FOUND");
        assertThat(problem.get("title").asText()).matches(".*\\p{IsHan}.*");
    }

    private MockHttpResponse send(MockHttpRequest request) {
        var response = new MockHttpResponse();
        dispatcher.invoke(request, response);
        return response;
    }

    private static MockHttpRequest post(String body) throws URISyntaxException {
        return MockHttpRequest.post("/things")
                .contentType("application/json")
                .content(body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode assertProblem(MockHttpResponse response, int status, String code)
            throws Exception {
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(String.valueOf(response.getOutputHeaders().getFirst("Content-Type")))
                .startsWith("application/problem+json");
        var problem = Json.tree(response.getContentAsString());
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asText()).startsWith("urn:databourse:problem:");
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("instance").asText()).isNotBlank();
        return problem;
    }
}
