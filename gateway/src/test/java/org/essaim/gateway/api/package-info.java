/** The API as its OpenAPI document describes it: complete, held to by the running service, and open to nobody who may not. */
@NullMarked
package org.essaim.gateway.api;

import org.jspecify.annotations.NullMarked;
