package io.databourse.web.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import io.databourse.call.ErrorCode;
import io.databourse.call.Refusal;
import io.databourse.web.parts.Problems;
import io.databourse.web.parts.Texts;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/// What is shown when a view cannot be built: a refusal in words, or a number for the operator.
@Dependent
@ParentLayout(Shell.class)
class FailurePage extends ProblemPage implements HasErrorParameter<Exception> {
    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        Exception thrown = error.getException();
        Optional<Refusal> refusal = ErrorMessages.refusalIn(thrown);
        if (refusal.isPresent()) {
            explain(Problems.describe(refusal.get()));
            return refusal.get().code().status();
        }
        String incident = ErrorMessages.log(thrown);
        explain(
                Problems.describe(
                        ErrorCode.INTERNAL.name(), Texts.t("problem.incident", incident)));
        return ErrorCode.INTERNAL.status();
    }
}
