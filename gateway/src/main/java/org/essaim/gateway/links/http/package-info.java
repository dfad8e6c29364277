/** follow-executor over HTTP. */
@NullMarked
package org.essaim.gateway.links.http;

import org.jspecify.annotations.NullMarked;
