package io.databourse.web.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A moment, shown in the zone of the browser with the exact one on hover. The server does not know
/// the zone, so a small element of our own writes it; without scripts the UTC time stands there.
@Tag("bourse-time")
@JavaScript("context://bourse.js")
public final class When extends Component {
    public When(Instant moment) {
        getElement().setAttribute("datetime", moment.toString());
        getElement().setAttribute("lang", Texts.language().tag());
        getElement().setText(moment.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /// Only the date.
    public static When day(Instant moment) {
        When when = new When(moment);
        when.getElement().setAttribute("date-only", true);
        return when;
    }
}
