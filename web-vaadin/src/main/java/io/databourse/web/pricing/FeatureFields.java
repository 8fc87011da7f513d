package io.databourse.web.pricing;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.databourse.pricing.value.DataFeatures;
import io.databourse.web.parts.Inputs;
import io.databourse.web.parts.Texts;

/// By what data products are compared.
final class FeatureFields extends Div {
    private final TextField industry;
    private final TextField rows;
    private final TextField fields;
    private final TextField age;
    private final TextField quality;
    private final Checkbox exclusive = new Checkbox(Texts.t("suggest.exclusive"));

    FeatureFields(String prefix) {
        addClassNames("fields", "narrow");
        industry = Inputs.name(new TextField(), prefix + "-industry", "sheet.sector");
        rows = ApproachForm.number(prefix + "-rows", "product.rows", "100000");
        fields = ApproachForm.number(prefix + "-fields", "suggest.fields", "10");
        age = ApproachForm.number(prefix + "-age", "suggest.age", "30");
        quality = ApproachForm.number(prefix + "-quality", "suggest.quality", "0.9");
        exclusive.setId(prefix + "-exclusive");
        add(industry, rows, fields, age, quality, exclusive);
    }

    DataFeatures features() {
        Inputs.require(industry);
        return new DataFeatures(
                industry.getValue().strip(),
                ApproachForm.whole(rows),
                ApproachForm.whole(fields),
                ApproachForm.whole(age),
                ApproachForm.exact(quality),
                exclusive.getValue());
    }
}
