/** Review over HTTP. */
@NullMarked
package org.essaim.gateway.matches.rest;

import org.jspecify.annotations.NullMarked;
