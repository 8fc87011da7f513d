package io.databourse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.json.Json;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sends each request that the user guides show, and compares the answer with the table below it.
class GuideTest {
    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```json ([a-z/-]+)\n(.*?)```\n\n\\| answer \\| value \\|\n\\|.*?\n(.*?)\n\n",
                    Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| (.+) \\|");
    private final SynchronousDispatcher dispatcher =
            (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();

    @BeforeEach
    void register() {
        Api.providers().forEach(dispatcher.getProviderFactory()::registerProvider);
        dispatcher.getDefaultContextObjects().put(SecurityContext.class, new HttpTest.Nobody());
        dispatcher.getRegistry().addPerRequestResource(PriceSuggestionResource.class);
        dispatcher.getRegistry().addPerRequestResource(SharingPreviewResource.class);
    }

    @ParameterizedTest
    @CsvSource({"revenue-sharing.md, 9", "price-suggestions.md, 7"})
    void each_number_of_the_guide_is_what_the_program_answers(String name, int examples)
            throws Exception {
        String guide = read(name);
        int seen = 0;
        Matcher example = EXAMPLE.matcher(guide);
        while (example.find()) {
            JsonNode answer = answer("/" + example.group(1), example.group(2));
            for (String row : example.group(3).lines().toList()) {
                Matcher cells = ROW.matcher(row);
                assertThat(cells.matches()).as(row).isTrue();
                JsonNode value = answer.at(cells.group(1));
                assertThat(value.isValueNode() ? value.asText() : value.toString())
                        .as(example.group(2) + row)
                        .isEqualTo(cells.group(2));
            }
            seen++;
        }
        assertThat(seen).isEqualTo(examples);
        assertThat(guide.split("```json", -1)).hasSize(examples + 1);
    }

    private JsonNode answer(String path, String body) throws Exception {
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(
                MockHttpRequest.post(path)
                        .contentType("application/json")
                        .content(body.getBytes(StandardCharsets.UTF_8)),
                response);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return Json.tree(response.getContentAsString());
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of("../../docs", name)) + "\n\n";
    }
}
