package io.databourse.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A result at the console, as its buyer's browser and programs see it.
class ResultPagesTest extends ConsoleCase {
    private static final String RESULT =
            """
            province,litres,share,code
            山东,1234567.10,0.1,007
            "<b>江苏</b>",98.765432109876543,1e-7,010
            浙江,-5,12345678901234567890,000
            """;

    @Test
    @Tag("I14")
    void table_chart_file_and_api_of_one_result_have_the_same_numbers() throws Exception {
        var folder = Files.createDirectories(home.resolve("results/job-7"));
        Files.writeString(folder.resolve("result.csv"), RESULT);
        Files.writeString(folder.resolve("receipt.json"), "{}");
        logIn("wang");
        var page = get("/results/job-7").body();
        assertThat(page).doesNotContain("<b>");
        var file = get("/results/job-7/files/result.csv").body();
        assertThat(file).isEqualTo(RESULT);
        var inFile = file.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        var inTable = all(page, "<td>([^<]*)</td>");
        var api = json(get("/api/results/job-7").body());
        for (int row = 0; row < 3; row++) {
            for (int column = 1; column < 4; column++) {
                var number = inFile.get(row).get(column);
                assertThat(inTable.get(4 * row + column)).isEqualTo(number);
                // The literal as it stands in the answer: a parser might round both alike.
                var literal = column == 3 ? "\"" + number + "\"" : number;
                assertThat(get("/api/results/job-7").body()).contains("," + literal);
            }
            assertThat(api.path("rows").get(row).get(1).decimalValue())
                    .isEqualByComparingTo(inFile.get(row).get(1));
        }
        assertThat(all(page, "<title>[^<]*: ([^<]*)</title>"))
                .containsExactlyElementsOf(inFile.stream().map(row -> row.get(1)).toList());
        var other = get("/results/job-7?of=share&by=province").body();
        assertThat(all(other, "<title>[^<]*: ([^<]*)</title>"))
                .containsExactlyElementsOf(inFile.stream().map(row -> row.get(2)).toList());
    }

    @Test
    void programs_call_the_api_with_a_name_and_a_password() throws Exception {
        Files.createDirectories(home.resolve("results/job-7"));
        assertThat(get("/api/results").statusCode()).isEqualTo(401);
        var answer = call("/api/results", "li");
        assertThat(json(answer.body()).path("results").get(0).asText()).isEqualTo("job-7");
        var wrong = Base64.getEncoder().encodeToString("li:x".getBytes(StandardCharsets.UTF_8));
        assertThat(
                        send(request("/api/results").header("Authorization", "Basic " + wrong))
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_picture_is_shown_and_every_other_file_is_saved() throws Exception {
        var png =
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var folder = Files.createDirectories(home.resolve("results/job-7"));
        Files.write(folder.resolve("plot.png"), png);
        Files.writeString(folder.resolve("fake.png"), "<html>");
        Files.createSymbolicLink(folder.resolve("link.txt"), home.resolve("node.properties"));
        logIn("wang");
        assertThat(get("/results/job-7").body())
                .contains("<img src=\"/results/job-7/files/plot.png\"")
                .doesNotContain("<img src=\"/results/job-7/files/fake.png\"");
        assertThat(type("/results/job-7/files/plot.png")).isEqualTo("image/png");
        assertThat(type("/results/job-7/files/fake.png")).isEqualTo("application/octet-stream");
        for (var path :
                List.of(
                        "/results/job-7/files/link.txt",
                        "/results/..%2f../files/node.properties",
                        "/results/job-7/files/..",
                        "/results/job-8")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    private String type(String path) throws Exception {
        return get(path).headers().firstValue("Content-Type").orElse("");
    }
}
