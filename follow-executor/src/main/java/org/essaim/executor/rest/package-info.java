/**
 * The API for the gateway, with the member's own token exchanged for this service, and the operator's stop. What Bluesky's
 * servers read of us stands under {@code /oauth}, open to everyone.
 */
@NullMarked
package org.essaim.executor.rest;

import org.jspecify.annotations.NullMarked;
