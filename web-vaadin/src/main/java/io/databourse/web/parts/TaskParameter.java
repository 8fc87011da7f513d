package io.databourse.web.parts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A parameter of a task, as its card's schema describes it to people.
///
/// @param choices the only values; empty where others are possible
/// @param usual what holds where nothing is given; may be empty
public record TaskParameter(
        String name, String title, String description, List<String> choices, String usual) {
    public TaskParameter {
        choices = List.copyOf(choices);
    }

    /// The end of the Chinese half of a description.
    private static final String FULL_STOP = "。 ";

    /// On cards, titles are Chinese and English with a slash between, descriptions in sentences.
    static TaskParameter of(String name, JsonNode property) {
        String[] titles = property.path("title").asText(name).split(" / ", 2);
        List<String> choices = new ArrayList<>();
        property.path("enum").forEach(choice -> choices.add(choice.asText()));
        return new TaskParameter(
                name,
                Texts.language() == Language.EN ? titles[titles.length - 1] : titles[0],
                described(property.path("description").asText()),
                choices,
                property.path("default").asText());
    }

    private static String described(String both) {
        int end = both.lastIndexOf(FULL_STOP);
        if (end < 0) {
            return both;
        }
        return Texts.language() == Language.EN
                ? both.substring(end + FULL_STOP.length())
                : both.substring(0, end + 1);
    }
}
