package io.databourse.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import io.databourse.call.ErrorCode;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;

@Dependent
@ParentLayout(Shell.class)
class NotFoundPage extends ProblemPage implements HasErrorParameter<NotFoundException> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        explain(
                Problems.describe(
                        ErrorCode.NOT_FOUND.name(),
                        Texts.t("problem.noPage", event.getLocation().getPath())));
        return ErrorCode.NOT_FOUND.status();
    }
}
