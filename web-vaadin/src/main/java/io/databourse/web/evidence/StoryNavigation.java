package io.databourse.web.evidence;

import com.vaadin.flow.component.html.Anchor;
import io.databourse.web.parts.Blocks;
import io.databourse.web.parts.Texts;

/// The ways into the evidence of an id.
public final class StoryNavigation {
    private StoryNavigation() {}

    public static Anchor link(String id) {
        Anchor link = Blocks.link(Texts.t("evidence.story"), "story/" + id);
        link.setId("story");
        return link;
    }
}
