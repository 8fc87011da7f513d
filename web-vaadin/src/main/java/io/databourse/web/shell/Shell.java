package io.databourse.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/// The frame of every page: brand, search, user and language at the top, navigation at the left.
@Dependent
public class Shell extends Div implements RouterLayout, AfterNavigationObserver {
    private final Navigation navigation = new Navigation(CurrentUser.caller());
    private final Main content = new Main();
    private final Optional<Watermark> watermark;

    @Inject
    @SuppressWarnings("this-escape") // Vaadin components are put together in their constructors
    Shell(UserMenu menu, Clock clock) {
        addClassName("shell");
        content.setId("content");
        Anchor skip = Blocks.link(Texts.t("shell.skip"), "#content");
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        Header top = new Header(brand(), new IdSearch(), menu);
        top.addClassName("top");
        add(skip, top, navigation, content);
        watermark =
                CurrentUser.isLoggedIn()
                        ? Optional.of(new Watermark(CurrentUser.caller().username(), clock))
                        : Optional.empty();
        watermark.ifPresent(this::add);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.removeAll();
        view.getElement().getComponent().ifPresent((Component each) -> content.add(each));
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Problems.clear();
        String path = event.getLocation().getPath();
        navigation.mark(path);
        watermark.ifPresent(mark -> mark.mark(path));
        // The page that was left may have been scrolled down.
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    private static Anchor brand() {
        Anchor brand = new Anchor("catalogue");
        brand.addClassName("brand");
        Span accent = Blocks.text("accent", "bourse");
        brand.add(new Span("Data"), accent, new Span(" 数据交易所"));
        return brand;
    }
}
