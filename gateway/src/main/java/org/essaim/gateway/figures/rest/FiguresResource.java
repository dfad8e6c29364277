package org.essaim.gateway.figures.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.essaim.gateway.figures.PublicFigures;
import org.essaim.platform.http.Problem;

/** How many there are. */
@Path("/api/v1/figures")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Figures")
public class FiguresResource {

    private final PublicFigures figures;

    public FiguresResource(PublicFigures figures) {
        this.figures = figures;
    }

    @GET
    @Extension(name = "x-problems", value = "404 not-counted")
    @Operation(
            operationId = "figures",
            summary = "Members, linked accounts and follows, counted hourly, in hundreds; null below a hundred")
    public PublicFigures.Figures figures() {
        return figures.last()
                .orElseThrow(() ->
                        new Problem(404, "not-counted", "Not counted yet", "The first figures come within a minute."));
    }
}
