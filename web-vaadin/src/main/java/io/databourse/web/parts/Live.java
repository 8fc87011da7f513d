package io.databourse.web.parts;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.util.Optional;

/// Refreshes a page each second while something goes on elsewhere. The browser asks; so every
/// refresh is an ordinary request with the user's identity, and nothing runs for a page that was
/// closed.
@Tag("span")
public final class Live extends Component {
    private static final int SECOND = 1000;

    private final Runnable refresh;
    private Optional<Registration> polling = Optional.empty();

    public Live(Runnable refresh) {
        this.refresh = refresh;
        getElement().setAttribute("hidden", true);
    }

    /// Goes on or rests.
    public void run(boolean wanted) {
        getUI().ifPresent(ui -> {
            stop(ui);
            if (wanted) {
                start(ui);
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        start(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stop(event.getUI());
    }

    private void start(UI ui) {
        ui.setPollInterval(SECOND);
        polling = Optional.of(ui.addPollListener(poll -> refresh.run()));
    }

    private void stop(UI ui) {
        polling.ifPresent(Registration::remove);
        polling = Optional.empty();
        ui.setPollInterval(-1);
    }
}
