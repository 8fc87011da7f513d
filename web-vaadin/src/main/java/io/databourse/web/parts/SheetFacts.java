package io.databourse.web.parts;

import io.databourse.registration.SpecificationSheet;

/// What a specification sheet, 产品说明书, says, without name, overview and dictionary.
public final class SheetFacts {
    private SheetFacts() {}

    public static Facts of(SpecificationSheet sheet) {
        return new Facts()
                .add("sheet.sector", Texts.ofCode("sector", sheet.sector()))
                .add("sheet.keywords", Texts.list(sheet.keywords()))
                .add("sheet.region", sheet.region())
                .add("sheet.timeSpan", sheet.timeSpan())
                .add("sheet.updateFrequency", sheet.updateFrequency())
                .add("sheet.sourceKind", Texts.of(sheet.sourceKind()))
                .add(
                        "sheet.rights",
                        Texts.list(sheet.rights().stream().sorted().map(Texts::of).toList()))
                .add("sheet.grade", Texts.of(sheet.grade()))
                .add(
                        "sheet.personal",
                        Texts.t(sheet.personalInformation() ? "answer.yes" : "answer.no"))
                .add("sheet.restrictions", sheet.restrictions());
    }
}
