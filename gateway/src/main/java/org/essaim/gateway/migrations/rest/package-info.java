/** Moves over HTTP. */
@NullMarked
package org.essaim.gateway.migrations.rest;

import org.jspecify.annotations.NullMarked;
