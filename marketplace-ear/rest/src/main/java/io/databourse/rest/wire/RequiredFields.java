package io.databourse.rest.wire;

import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every field of a request must be there, unless its type is [Optional].
final class RequiredFields extends JacksonAnnotationIntrospector {
    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter) {
            return member.getRawType() != Optional.class;
        }
        return super.hasRequiredMarker(member);
    }
}
