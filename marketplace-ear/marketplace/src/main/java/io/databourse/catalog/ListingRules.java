package io.databourse.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import io.databourse.registration.FieldDescription;
import io.databourse.registration.SpecificationSheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a listing must say before anybody can buy from it.
final class ListingRules {
    static final int MOST_PLANS = 20;

    private static final long MOST_UNITS = 1_000_000;
    private static final int LONGEST_DAYS = 3_660;
    private static final int MOST_SAMPLES = 5;
    private static final int LONGEST_SAMPLE = 60;
    private static final int LONGEST_ROOM = 64 * 1024;

    private final List<FieldError> errors = new ArrayList<>();

    private ListingRules() {}

    /// Throws a refusal that names every problem at once.
    ///
    /// @param found what is wrong with the tasks and the rules for a room
    static void check(
            NewListing wish, SpecificationSheet sheet, Instant now, List<FieldError> found) {
        ListingRules rules = new ListingRules();
        rules.errors.addAll(found);
        rules.checkFields(sheet);
        rules.checkPlans(wish);
        rules.checkTerms(wish.terms(), sheet, now);
        if (!rules.errors.isEmpty()) {
            throw Refusal.invalid(rules.errors);
        }
    }

    private void checkFields(SpecificationSheet sheet) {
        if (sheet.fields().isEmpty()) {
            add("/productId", "the product's sheet describes no field", "at least one field");
        }
    }

    private void checkPlans(NewListing wish) {
        List<PlanOffer> plans = wish.plans();
        int fewest =
                wish.pricing().filter(pricing -> !pricing.steps().isEmpty()).isPresent() ? 0 : 1;
        if (plans.size() < fewest || plans.size() > MOST_PLANS) {
            add("/plans", plans.size() + " plans", fewest + " to " + MOST_PLANS);
        }
        for (int i = 0; i < plans.size(); i++) {
            PlanOffer plan = plans.get(i);
            String at = "/plans/" + i;
            if (plan.name().isBlank()) {
                add(at + "/name", "is blank", "a name");
            }
            if (plan.units() < 1 || plan.units() > MOST_UNITS) {
                add(at + "/units", String.valueOf(plan.units()), "1 to " + MOST_UNITS);
            }
            if (!plan.price().isPositive()) {
                add(at + "/price", plan.price().toString(), "more than zero");
            }
            if (plan.validityDays() < 1 || plan.validityDays() > LONGEST_DAYS) {
                add(
                        at + "/validityDays",
                        String.valueOf(plan.validityDays()),
                        "1 to " + LONGEST_DAYS);
            }
        }
    }

    private void checkTerms(UsageTerms terms, SpecificationSheet sheet, Instant now) {
        Set<String> known =
                sheet.fields().stream().map(FieldDescription::name).collect(Collectors.toSet());
        checkColumns("joinColumns", terms.joinColumns(), known);
        checkColumns("filterColumns", terms.filterColumns(), known);
        checkColumns("resultColumns", terms.resultColumns(), known);
        checkColumns("providerColumns", terms.providerColumns(), known);
        terms.room().ifPresent(room -> checkRoom(room, terms));
        terms.samples().forEach((column, values) -> checkSamples(column, values, terms, sheet));
        if (terms.joinColumns().isEmpty() && terms.room().isEmpty()) {
            add("/terms/joinColumns", "is empty", "at least one column");
        }
        if (terms.tasks().isEmpty()
                || !terms.tasks().stream()
                        .allMatch(task -> task.matches("[a-z0-9-]+/[a-z0-9-]+"))) {
            add("/terms/tasks", String.valueOf(terms.tasks()), "plugin/task, such as mpc/psi");
        }
        if (terms.purposes().isEmpty() || terms.purposes().stream().anyMatch(String::isBlank)) {
            add("/terms/purposes", String.valueOf(terms.purposes()), "at least one word");
        }
        if (terms.minimumResultSize() < 1) {
            add("/terms/minimumResultSize", String.valueOf(terms.minimumResultSize()), "1 or more");
        }
        if (!terms.offeredUntil().isAfter(now)) {
            add("/terms/offeredUntil", "is past", "a time to come");
        }
    }

    /// A room sees what the terms let results be made of, and its rules speak of nothing else.
    private void checkRoom(JsonNode room, UsageTerms terms) {
        if (!room.isObject() || room.toString().length() > LONGEST_ROOM) {
            add(
                    "/terms/room",
                    "is no small JSON object",
                    "at most " + LONGEST_ROOM + " characters");
            return;
        }
        room.path("columns")
                .fieldNames()
                .forEachRemaining(column -> {
                    if (!terms.resultColumns().contains(column)) {
                        add(
                                "/terms/room/columns/" + column,
                                "is no result column of the terms",
                                terms.resultColumns().toString());
                    }
                });
    }

    /// What is sensitive shows at most some of its characters.
    private void checkSamples(
            String column, List<String> values, UsageTerms terms, SpecificationSheet sheet) {
        String at = "/terms/samples/" + column;
        if (!terms.resultColumns().contains(column) || terms.room().isEmpty()) {
            add(at, "is no column that a room sees", terms.resultColumns().toString());
        }
        if (values.size() > MOST_SAMPLES
                || values.stream().anyMatch(value -> value.length() > LONGEST_SAMPLE)) {
            add(at, "is too much", MOST_SAMPLES + " values of " + LONGEST_SAMPLE + " characters");
        }
        boolean sensitive =
                sheet.fields().stream()
                        .anyMatch(field -> field.name().equals(column) && field.sensitive());
        if (sensitive && !values.stream().allMatch(value -> value.contains("*"))) {
            add(at, "is sensitive and not masked", "such as 138****0000");
        }
    }

    private void checkColumns(String name, List<String> columns, Set<String> known) {
        for (String column : columns) {
            if (!known.contains(column)) {
                add("/terms/" + name, column + " is no field of the product", known.toString());
            }
        }
    }

    private void add(String pointer, String problem, String allowed) {
        errors.add(new FieldError(pointer, problem, allowed));
    }
}
