package org.essaim.ingest.uploads.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready without the directory that uploads come by: each would be told gone, though it waits elsewhere. */
@Readiness
@ApplicationScoped
class UploadsReadiness implements HealthCheck {

    private final Path directory;

    UploadsReadiness(@ConfigProperty(name = "essaim.uploads.directory") Path directory) {
        this.directory = directory;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("uploads directory")
                .status(Files.isDirectory(directory) && Files.isWritable(directory))
                .build();
    }
}
