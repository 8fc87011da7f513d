package io.databourse.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.databourse.json.Json;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.mock.MockDispatcherFactory;
import org.jboss.resteasy.mock.MockHttpRequest;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The calculators of prices and shares over HTTP, with the bodies that the document shows. The
/// expected numbers were computed by another program, with exact fractions and LAPACK.
class PriceSuggestionTest {
    private static final String SUGGEST = "priceSuggestion.suggest";
    private final SynchronousDispatcher dispatcher =
            (SynchronousDispatcher) MockDispatcherFactory.createDispatcher();

    @BeforeEach
    void register() {
        Api.providers().forEach(dispatcher.getProviderFactory()::registerProvider);
        dispatcher.getDefaultContextObjects().put(SecurityContext.class, new HttpTest.Nobody());
        dispatcher.getRegistry().addPerRequestResource(PriceSuggestionResource.class);
        dispatcher.getRegistry().addPerRequestResource(SharingPreviewResource.class);
    }

    @Test
    @Tag("D08")
    void cost_market_and_income_give_a_range_with_the_formulas_and_always_the_same()
            throws Exception {
        JsonNode answer = answer("/price-suggestions", example(SUGGEST));

        assertThat(range(answer)).containsExactly("844508.92", "1073628.85", "1266763.38");
        assertThat(answer.get("formula").asText())
                .isEqualTo("[min low, median of middles, max high]");
        JsonNode cost = answer.at("/approaches/0");
        assertThat(range(cost)).containsExactly("844508.92", "1055636.15", "1266763.38");
        assertThat(cost.get("formula").asText()).isEqualTo("P = ΣC × (1 + R) × U × Q");
        assertThat(figures(cost))
                .contains(
                        "C collection 600000.00",
                        "R return 0.15",
                        "Q quality 0.91794448",
                        "w ACCURACY 0.327361",
                        "CR consistency ratio 0.00223");
        JsonNode income = answer.at("/approaches/1");
        assertThat(range(income)).containsExactly("1036181.21", "1073628.85", "1113397.35");
        assertThat(income.get("formula").asText()).isEqualTo("P = Σ s·Fₜ / (1 + i)ᵗ");
        JsonNode market = answer.at("/approaches/2");
        assertThat(range(market)).containsExactly("1134000.00", "1150000.00", "1150000.00");
        assertThat(market.get("formula").asText())
                .isEqualTo("P = weighted median of k nearest (price × Π factors)");
        assertThat(figures(market))
                .contains(
                        "weight hotel guests 2.39680426",
                        "e mean error when each deal is left out 0.04108683");

        assertThat(answer("/price-suggestions", example(SUGGEST))).isEqualTo(answer);
    }

    @Test
    void a_single_approach_is_enough_and_none_is_not() throws Exception {
        ObjectNode body = example(SUGGEST);
        body.remove(List.of("cost", "market"));
        assertThat(range(answer("/price-suggestions", body)))
                .containsExactly("1036181.21", "1073628.85", "1113397.35");
        body.remove("income");
        refused(body, "", "no approach is asked for");
    }

    @Test
    void inputs_that_mean_nothing_are_refused_where_they_stand() throws Exception {
        ObjectNode body = example(SUGGEST);
        object(body, "/income").put("share", "1.5");
        refused(body, "/income", "the share is not within 0 and 1: 3/2");

        body = example(SUGGEST);
        object(body, "/cost").put("returnRate", "a lot");
        refused(body, "/cost/returnRate", "not a decimal: a lot");

        body = example(SUGGEST);
        object(body, "/cost/costs/0/amount").put("amount", "90000000000000000");
        refused(body, "", "an amount is too large");

        body = example(SUGGEST);
        ObjectNode judgements = object(body, "/cost/quality/judgements");
        judgements.set(
                "matrix",
                Json.tree(
                        judgements
                                .get("matrix")
                                .toString()
                                .replaceFirst("1/2", "9")
                                .replaceFirst("\"2\"", "\"1/9\"")));
        refused(body, "/cost/quality", "the judgements contradict each other");
    }

    @Test
    void a_price_that_falls_too_fast_with_the_noise_is_told_with_the_cheaper_way()
            throws Exception {
        JsonNode answer = answer("/price-suggestions/noise", example("priceSuggestion.noise"));
        assertThat(answer.get("arbitrageFree").asBoolean()).isFalse();
        JsonNode first = answer.at("/quotes/0");
        assertThat(first.at("/price/amount").asText()).isEqualTo("100.00");
        assertThat(first.at("/cheaper/answers").asInt()).isEqualTo(2);
        assertThat(first.at("/cheaper/together/amount").asText()).isEqualTo("50.00");
        assertThat(answer.at("/quotes/1/epsilon").asText()).isEqualTo("1");
        assertThat(answer.at("/quotes/2/epsilon").asText()).isEqualTo("0.5");
        assertThat(answer.at("/quotes/2/owed/amount").asText()).isEqualTo("1.50");

        JsonNode versions =
                answer("/price-suggestions/versions", example("priceSuggestion.versions"));
        assertThat(versions.at("/cheaper/0/version/variance").asText()).isEqualTo("0.5");
        assertThat(versions.at("/cheaper/0/instead/0/count").asInt()).isEqualTo(2);
        assertThat(versions.at("/cheaper/0/together/amount").asText()).isEqualTo("20.00");
    }

    @Test
    void shares_by_contribution_are_computed_before_they_are_agreed() throws Exception {
        JsonNode answer = answer("/sharing-previews", example("sharingPreview.preview"));
        assertThat(answer.get("values").toString()).isEqualTo("[\"22\",\"40\",\"58\"]");
        assertThat(answer.get("parts").toString()).isEqualTo("[\"11/60\",\"1/3\",\"29/60\"]");
        assertThat(answer.get("shares").findValuesAsText("amount"))
                .containsExactly("1833.34", "3333.33", "4833.33");

        ObjectNode body = example("sharingPreview.preview");
        object(body, "/utilities").remove("0+2");
        assertThat(problem("/sharing-previews", body).at("/errors/0/problem").asText())
                .isEqualTo("the utility of 0+2 is missing");
    }

    @Test
    void queries_and_rows_that_do_not_fit_together_are_refused() throws Exception {
        ObjectNode sale = example("priceSuggestion.queries");
        ((ArrayNode) sale.at("/queries/1/answers")).remove(0);
        assertThat(reason("/price-suggestions/queries", sale))
                .contains("gold members has 2 answers");

        ObjectNode chain = example("priceSuggestion.chain");
        object(chain, "/prices/sByY").remove("b2");
        assertThat(reason("/price-suggestions/chain", chain)).contains("b2 has a price");
        chain = example("priceSuggestion.chain");
        ((ArrayNode) chain.at("/data/r")).add("a9");
        assertThat(reason("/price-suggestions/chain", chain)).contains("not there");

        ObjectNode game = example("sharingPreview.neighbours");
        ((ArrayNode) game.get("owners")).set(0, 3);
        assertThat(reason("/sharing-previews/neighbours", game)).contains("without gaps");
        game = example("sharingPreview.neighbours");
        ((ArrayNode) game.at("/points/0/right")).remove(0);
        assertThat(reason("/sharing-previews/neighbours", game)).contains("every row");
        game = example("sharingPreview.neighbours");
        game.put("neighbours", 0);
        assertThat(reason("/sharing-previews/neighbours", game)).contains("no neighbours");
    }

    private String reason(String path, ObjectNode body) throws Exception {
        return problem(path, body).at("/errors/0/problem").asText();
    }

    private void refused(ObjectNode body, String pointer, String problem) throws Exception {
        JsonNode error = problem("/price-suggestions", body).at("/errors/0");
        assertThat(error.get("pointer").asText()).isEqualTo(pointer);
        assertThat(error.get("problem").asText()).contains(problem);
    }

    private JsonNode problem(String path, JsonNode body) throws Exception {
        MockHttpResponse response = send(path, body);
        assertThat(response.getStatus()).isEqualTo(422);
        return Json.tree(response.getContentAsString());
    }

    private JsonNode answer(String path, JsonNode body) throws Exception {
        MockHttpResponse response = send(path, body);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return Json.tree(response.getContentAsString());
    }

    private MockHttpResponse send(String path, JsonNode body) throws Exception {
        MockHttpResponse response = new MockHttpResponse();
        dispatcher.invoke(
                MockHttpRequest.post(path)
                        .contentType("application/json")
                        .content(Json.mapper().writeValueAsBytes(body)),
                response);
        return response;
    }

    private static List<String> range(JsonNode node) {
        return List.of(
                node.at("/low/amount").asText(),
                node.at("/middle/amount").asText(),
                node.at("/high/amount").asText());
    }

    private static List<String> figures(JsonNode approach) {
        List<String> lines = new ArrayList<>();
        for (JsonNode figure : approach.get("figures")) {
            List<String> words = new ArrayList<>();
            for (Map.Entry<String, JsonNode> part : figure.properties()) {
                words.add(part.getValue().asText());
            }
            lines.add(String.join(" ", words));
        }
        return lines;
    }

    private static ObjectNode object(ObjectNode body, String pointer) {
        return (ObjectNode) body.at(pointer);
    }

    private static ObjectNode example(String name) throws IOException {
        try (var text =
                PriceSuggestionTest.class.getResourceAsStream(
                        "openapi/examples/" + name + ".json")) {
            return (ObjectNode) Json.mapper().readTree(Objects.requireNonNull(text));
        }
    }
}
