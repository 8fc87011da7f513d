package io.databourse.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.databourse.call.ErrorCode;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;

@Dependent
@ParentLayout(Shell.class)
class DeniedPage extends ProblemPage implements HasErrorParameter<AccessDeniedException> {
    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        explain(Problems.describe(ErrorCode.FORBIDDEN.name(), Texts.t("problem.otherRole")));
        return ErrorCode.FORBIDDEN.status();
    }
}
