package org.essaim.contracts.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import org.jspecify.annotations.Nullable;

/**
 * Makes every record component without {@link Nullable} required: left out, null, or a list with a null in it, it makes
 * the record unreadable. The records say so with their types alone.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    private static final JsonSetter.Value NO_NULLS = JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL);

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return required(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return required(annotated) ? NO_NULLS : JsonSetter.Value.empty();
    }

    private static boolean required(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                && parameter.getOwner() instanceof AnnotatedConstructor
                && parameter.getDeclaringClass().isRecord()
                && !parameter
                        .getDeclaringClass()
                        .getRecordComponents()[parameter.getIndex()]
                        .getAnnotatedType()
                        .isAnnotationPresent(Nullable.class);
    }
}
