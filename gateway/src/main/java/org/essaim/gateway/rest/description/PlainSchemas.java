package org.essaim.gateway.rest.description;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Says of schemas what cannot be seen without our annotations: which values may be null, and which records are written as one text. */
final class PlainSchemas {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

    private final Map<String, ClassInfo> records;

    PlainSchemas(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(known -> known.isRecord() && known.name().toString().startsWith("org.essaim."))
                .collect(Collectors.toMap(ClassInfo::simpleName, known -> known, (one, other) -> one));
    }

    void apply(Components components) {
        components.addSchema("XId", text().pattern("^[1-9][0-9]{0,18}$").description("X's number for an account"));
        components.addSchema("MemberId", text().format("uuid"));
        components.getSchemas().forEach((name, schema) -> {
            ClassInfo written = records.get(name);
            if (written != null && schema.getProperties() != null) {
                written.recordComponents().stream()
                        .filter(component -> component.type().hasAnnotation(NULLABLE))
                        .forEach(component -> letBeNull(schema, component));
            }
        });
    }

    private static void letBeNull(Schema schema, RecordComponentInfo component) {
        Schema property = schema.getProperties().get(component.name());
        if (property == null) {
            return;
        }
        if (property.getType() != null) {
            property.addType(SchemaType.NULL);
        } else {
            schema.addProperty(
                    component.name(),
                    OASFactory.createSchema()
                            .anyOf(List.of(property, OASFactory.createSchema().addType(SchemaType.NULL))));
        }
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
