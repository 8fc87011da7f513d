package io.databourse.web.product;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.registration.Column;
import io.databourse.registration.DataRight;
import io.databourse.registration.Grade;
import io.databourse.registration.SourceKind;
import io.databourse.registration.SpecificationSheet;
import io.databourse.web.parts.Actions;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The specification sheet, 产品说明书, with the fields that the node has reported already in it.
final class SheetForm extends Div {
    private static final List<String> SECTORS =
            List.of("finance", "travel", "logistics", "government", "health", "energy", "retail");

    private final TextField name = Inputs.name(new TextField(), "sheet-name", "product.name");
    private final TextArea overview =
            Inputs.name(new TextArea(), "sheet-overview", "product.overview");
    private final ComboBox<String> sector =
            Inputs.name(new ComboBox<>(), "sheet-sector", "sheet.sector");
    private final TextField keywords =
            Inputs.name(new TextField(), "sheet-keywords", "sheet.keywords");
    private final TextField region = Inputs.name(new TextField(), "sheet-region", "sheet.region");
    private final TextField timeSpan =
            Inputs.name(new TextField(), "sheet-time-span", "sheet.timeSpan");
    private final TextField frequency =
            Inputs.name(new TextField(), "sheet-frequency", "sheet.updateFrequency");
    private final Select<SourceKind> kind =
            Inputs.name(new Select<>(), "sheet-source-kind", "sheet.sourceKind");
    private final CheckboxGroup<DataRight> rights =
            Inputs.name(new CheckboxGroup<>(), "sheet-rights", "sheet.rights");
    private final Select<Grade> grade = Inputs.name(new Select<>(), "sheet-grade", "sheet.grade");
    private final Checkbox personal = new Checkbox(Texts.t("sheet.hasPersonal"));
    private final TextArea restrictions =
            Inputs.name(new TextArea(), "sheet-restrictions", "sheet.restrictions");
    private final DictionaryEditor dictionary;

    /// @param known what was written down before
    /// @param keep takes what may be incomplete
    SheetForm(
            List<Column> columns,
            Optional<SpecificationSheet> known,
            Consumer<SpecificationSheet> submit,
            Consumer<SpecificationSheet> keep) {
        dictionary = new DictionaryEditor(columns);
        addClassName("grid");
        prepare();
        known.ifPresent(this::fill);
        add(
                Blocks.card(
                        Texts.t("product.step.sheet"),
                        Blocks.div("form one", name, overview),
                        Blocks.div(
                                "form", sector, keywords, region, timeSpan, frequency, kind, grade),
                        Blocks.div("form one", rights, personal, restrictions)),
                Blocks.card(Texts.t("product.dictionary"), dictionary),
                Blocks.row(
                        Actions.primary(
                                "submit",
                                Texts.t("product.submit"),
                                () -> {
                                    Inputs.require(
                                            name, overview, sector, region, timeSpan, frequency);
                                    submit.accept(sheet());
                                }),
                        Actions.command(
                                "draft", Texts.t("product.draft"), () -> keep.accept(sheet()))));
    }

    private void prepare() {
        name.setMaxLength(40);
        name.setHelperText(Texts.t("sheet.nameHint"));
        overview.setMaxLength(400);
        overview.setHelperText(Texts.t("sheet.overviewHint"));
        sector.setItems(SECTORS);
        sector.setItemLabelGenerator(each -> Texts.ofCode("sector", each));
        sector.setAllowCustomValue(true);
        sector.addCustomValueSetListener(typed -> sector.setValue(typed.getDetail()));
        keywords.setHelperText(Texts.t("job.commas"));
        kind.setItems(SourceKind.values());
        kind.setItemLabelGenerator(Texts::of);
        kind.setValue(SourceKind.SELF_GENERATED);
        kind.addValueChangeListener(change -> offerRights());
        offerRights();
        rights.setItemLabelGenerator(Texts::of);
        rights.setHelperText(Texts.t("sheet.rightsHint"));
        grade.setItems(Grade.values());
        grade.setItemLabelGenerator(Texts::of);
        grade.setValue(Grade.GENERAL);
        personal.setId("sheet-personal");
    }

    /// Only rights that this kind of source can give, as the service would refuse the others.
    private void offerRights() {
        Set<DataRight> possible = Inputs.value(kind).rights();
        rights.setItems(Arrays.stream(DataRight.values()).filter(possible::contains).toList());
        rights.setValue(possible);
    }

    private void fill(SpecificationSheet known) {
        name.setValue(known.name());
        overview.setValue(known.overview());
        if (!known.sector().isEmpty()) {
            sector.setValue(known.sector());
        }
        keywords.setValue(String.join(", ", known.keywords()));
        region.setValue(known.region());
        timeSpan.setValue(known.timeSpan());
        frequency.setValue(known.updateFrequency());
        kind.setValue(known.sourceKind());
        rights.setValue(known.rights());
        grade.setValue(known.grade());
        personal.setValue(known.personalInformation());
        restrictions.setValue(known.restrictions());
        dictionary.fill(known.fields());
    }

    private SpecificationSheet sheet() {
        return new SpecificationSheet(
                name.getValue().strip(),
                overview.getValue().strip(),
                sector.getOptionalValue().orElse(""),
                Arrays.stream(keywords.getValue().split("[,，、]", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                region.getValue().strip(),
                timeSpan.getValue().strip(),
                frequency.getValue().strip(),
                Inputs.value(kind),
                rights.getValue(),
                Inputs.value(grade),
                personal.getValue(),
                dictionary.fields(),
                restrictions.getValue().strip());
    }
}
