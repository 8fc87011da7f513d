package io.databourse.web.parts;

import io.databourse.call.FieldError;
import java.util.Map;

/// What the pages call a field of a request: the label of the input that it was typed into.
final class FieldLabels {
    /// By JSON pointer without the places in lists.
    static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("/name", "input.name"),
                    Map.entry("/reason", "input.reason"),
                    Map.entry("/amount", "wallet.amount"),
                    Map.entry("/username", "merchant.member"),
                    Map.entry("/creditCode", "merchant.creditCode"),
                    Map.entry("/sheet/name", "product.name"),
                    Map.entry("/sheet/overview", "product.overview"),
                    Map.entry("/sheet/sector", "sheet.sector"),
                    Map.entry("/sheet/region", "sheet.region"),
                    Map.entry("/sheet/timeSpan", "sheet.timeSpan"),
                    Map.entry("/sheet/updateFrequency", "sheet.updateFrequency"),
                    Map.entry("/sheet/fields", "product.dictionary"),
                    Map.entry("/sheet/fields/name", "field.name"),
                    Map.entry("/sheet/fields/description", "field.description"),
                    Map.entry("/plans", "plan.title"),
                    Map.entry("/plans/name", "plan.name"),
                    Map.entry("/plans/price", "plan.price"),
                    Map.entry("/plans/units", "order.units"),
                    Map.entry("/plans/validityDays", "plan.validityDays"),
                    Map.entry("/terms/tasks", "terms.tasks"),
                    Map.entry("/terms/purposes", "terms.purposes"),
                    Map.entry("/terms/joinColumns", "terms.join"),
                    Map.entry("/terms/filterColumns", "terms.filter"),
                    Map.entry("/terms/resultColumns", "terms.result"),
                    Map.entry("/terms/providerColumns", "terms.provider"),
                    Map.entry("/terms/minimumResultSize", "terms.minimum"),
                    Map.entry("/terms/offeredUntil", "terms.until"),
                    Map.entry("/terms/room", "room.title"),
                    Map.entry("/version", "algorithm.number"),
                    Map.entry("/text", "workbench.script"),
                    Map.entry("/sql", "workbench.sql"),
                    Map.entry("/arguments", "parameter.arguments"),
                    Map.entry("/algorithm", "algorithm.version"),
                    Map.entry("/own/source", "job.source"),
                    Map.entry("/provider/joinColumns", "job.otherJoinOf"),
                    Map.entry("/provider/conditions", "job.otherConditions"),
                    Map.entry("/provider/resultColumns", "terms.result"));

    private FieldLabels() {}

    /// The label, with its place if it is one of several; what has none is called as in JSON.
    static String of(FieldError error) {
        String[] parts = error.pointer().split("/", -1);
        StringBuilder path = new StringBuilder();
        String place = "";
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].matches("\\d+")) {
                place = " " + (Integer.parseInt(parts[i]) + 1);
            } else {
                path.append('/').append(parts[i]);
            }
        }
        String key = KEYS.get(path.toString());
        return (key == null ? parts[parts.length - 1] : Texts.t(key)) + place;
    }

    /// Whether a service wrote the error; the pages' own name the field by its label already.
    static boolean isOfService(FieldError error) {
        return error.pointer().matches("[A-Za-z0-9/_-]*");
    }
}
