package io.databourse.registration;

import io.databourse.call.ErrorCode;
import io.databourse.call.FieldError;
import io.databourse.call.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What a sheet must satisfy before it is reviewed.
final class SheetRules {
    static final int LONGEST_NAME = 40;
    static final int LONGEST_OVERVIEW = 400;

    private final List<FieldError> errors = new ArrayList<>();

    private SheetRules() {}

    static void check(SpecificationSheet sheet, List<Column> columns) {
        checkGrade(sheet.grade());
        checkRights(sheet);
        SheetRules rules = new SheetRules();
        rules.text("/sheet/name", sheet.name(), LONGEST_NAME);
        rules.text("/sheet/overview", sheet.overview(), LONGEST_OVERVIEW);
        rules.text("/sheet/sector", sheet.sector(), 100);
        rules.text("/sheet/region", sheet.region(), 100);
        rules.text("/sheet/timeSpan", sheet.timeSpan(), 100);
        rules.text("/sheet/updateFrequency", sheet.updateFrequency(), 100);
        rules.fields(sheet.fields(), columns);
        if (!rules.errors.isEmpty()) {
            throw Refusal.invalid(rules.errors).byRule("R-REG-04");
        }
    }

    private static void checkGrade(Grade grade) {
        if (grade == Grade.CORE) {
            throw Refusal.of(ErrorCode.GRADE_NOT_ALLOWED, "Core data is never registered.")
                    .byRule("R-GRD-01");
        }
    }

    private static void checkRights(SpecificationSheet sheet) {
        Set<DataRight> allowed = sheet.sourceKind().rights();
        Set<DataRight> tooMuch = new TreeSet<>(sheet.rights());
        tooMuch.removeAll(allowed);
        if (!tooMuch.isEmpty() || sheet.rights().isEmpty()) {
            throw Refusal.of(
                            ErrorCode.RIGHT_NOT_ALLOWED,
                            "Data of kind %s can be registered with %s, not with %s"
                                    + " (article 21 of the guidelines, rule R-REG-08).",
                            sheet.sourceKind(),
                            allowed.isEmpty() ? "no right" : new TreeSet<>(allowed),
                            tooMuch.isEmpty() ? "no right" : tooMuch)
                    .byRule("R-REG-08");
        }
    }

    private void text(String pointer, String text, int longest) {
        if (text.isBlank()) {
            errors.add(new FieldError(pointer, "is missing", "1 to " + longest + " characters"));
        } else if (text.codePointCount(0, text.length()) > longest) {
            errors.add(
                    new FieldError(
                            pointer,
                            "has " + text.codePointCount(0, text.length()) + " characters",
                            "at most " + longest));
        }
    }

    private void fields(List<FieldDescription> fields, List<Column> columns) {
        Set<String> described =
                fields.stream().map(FieldDescription::name).collect(Collectors.toSet());
        Set<String> found = columns.stream().map(Column::name).collect(Collectors.toSet());
        if (fields.isEmpty() || described.size() < fields.size()) {
            errors.add(new FieldError("/sheet/fields", "are missing or repeat", names(found)));
        }
        for (int i = 0; i < fields.size(); i++) {
            FieldDescription field = fields.get(i);
            if (!found.contains(field.name())) {
                errors.add(
                        new FieldError(
                                "/sheet/fields/" + i + "/name",
                                "is no column of the data: " + field.name(),
                                names(found)));
            }
            if (field.description().isBlank()) {
                errors.add(
                        new FieldError(
                                "/sheet/fields/" + i + "/description", "is missing", "a meaning"));
            }
        }
        Set<String> missing = new TreeSet<>(found);
        missing.removeAll(described);
        if (!missing.isEmpty()) {
            errors.add(new FieldError("/sheet/fields", "leave out " + missing, names(found)));
        }
    }

    private static String names(Set<String> columns) {
        return "the columns " + String.join(", ", new TreeSet<>(columns)).toLowerCase(Locale.ROOT);
    }
}
