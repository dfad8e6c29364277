/** Grants as follow-executor tells them. */
@NullMarked
package org.essaim.gateway.links.kafka;

import org.jspecify.annotations.NullMarked;
