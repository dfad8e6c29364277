package org.essaim.testing.archives;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code manifest.js}: whose archive it is, and how many elements each file has. */
final class Manifest {

    private Manifest() {}

    static Map<String, Object> of(ArchiveOwner owner, ArchiveShape shape, List<DataType> types) {
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("accountId", owner.id().asString());
        user.put("userName", owner.handle());
        user.put("displayName", owner.name());
        Map<String, Object> archive = new LinkedHashMap<>();
        archive.put("sizeBytes", "1819000");
        archive.put("generationDate", shape.generatedAt().toString());
        archive.put("isPartialArchive", false);
        archive.put("maxPartSizeBytes", "53687091200");
        Map<String, Object> dataTypes = new LinkedHashMap<>();
        types.forEach(type -> dataTypes.put(type.manifestName(), Map.of("files", files(type, shape))));
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("userInfo", user);
        manifest.put("archiveInfo", archive);
        manifest.put("dataTypes", dataTypes);
        return manifest;
    }

    private static List<Map<String, Object>> files(DataType type, ArchiveShape shape) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (DataType.Part part : type.parts(shape.elementsPerPart())) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("fileName", "data/" + type.fileName(part.number()));
            file.put("globalName", type.global(part.number()));
            file.put("count", Integer.toString(part.size()));
            files.add(file);
        }
        return files;
    }
}
