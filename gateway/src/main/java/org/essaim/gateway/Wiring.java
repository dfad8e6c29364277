package org.essaim.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.essaim.gateway.consents.ConsentTerms;
import org.essaim.gateway.letters.UnsubscribeWord;
import org.essaim.gateway.migrations.UploadLimits;
import org.essaim.gateway.migrations.UploadStore;
import org.essaim.gateway.migrations.files.DirectoryUploadStore;

/** What the core is given from outside. */
@ApplicationScoped
public class Wiring {

    @Produces
    @ApplicationScoped
    InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @ApplicationScoped
    UploadStore uploads(@ConfigProperty(name = "essaim.uploads.directory") Path directory) {
        return new DirectoryUploadStore(directory);
    }

    @Produces
    UploadLimits uploadLimits(GatewayConfig config) {
        return new UploadLimits(
                config.fullArchives(),
                config.largestExtract().asLongValue(),
                config.largestArchive().asLongValue());
    }

    @Produces
    UnsubscribeWord unsubscribeWord(GatewayConfig config) {
        return new UnsubscribeWord(config.publicUrl(), config.sessionSecret());
    }

    @Produces
    ConsentTerms consentTerms(GatewayConfig config) {
        return new ConsentTerms(config.partners());
    }
}
