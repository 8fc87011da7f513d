package io.databourse.rest.wire;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every field of a request must be there and have a value, unless the record's constructor takes
/// [Optional] or [Nullable] for it.
public final class RequiredFields extends JacksonAnnotationIntrospector {
    /// Whether the record's component of this index must be there.
    public static boolean isRequired(Class<?> type, int index) {
        var types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return isRequired(type.getDeclaredConstructor(types), index);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a record: " + type, e);
        }
    }

    private static boolean isRequired(Constructor<?> constructor, int index) {
        return constructor.getParameterTypes()[index] != Optional.class
                && !constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(
                        Nullable.class);
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRequiredParameter(member) ? Boolean.TRUE : super.hasRequiredMarker(member);
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated member) {
        return isRequiredParameter(member)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : super.findSetterInfo(member);
    }

    private static boolean isRequiredParameter(Annotated member) {
        return member instanceof AnnotatedParameter parameter
                && parameter.getOwner().getMember() instanceof Constructor<?> constructor
                && isRequired(constructor, parameter.getIndex());
    }
}
