/** The consents over HTTP. */
@NullMarked
package org.essaim.gateway.consents.rest;

import org.jspecify.annotations.NullMarked;
