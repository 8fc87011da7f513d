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

    /// Titles on cards are Chinese and English with a slash between.
    static TaskParameter of(String name, JsonNode property) {
        String[] titles = property.path("title").asText(name).split(" / ", 2);
        List<String> choices = new ArrayList<>();
        property.path("enum").forEach(choice -> choices.add(choice.asText()));
        return new TaskParameter(
                name,
                Texts.language() == Language.EN ? titles[titles.length - 1] : titles[0],
                property.path("description").asText(),
                choices,
                property.path("default").asText());
    }
}
