/** How follow-executor is asked: with the member's own word, and what it can answer. Used by links, profiles and follows. */
@NullMarked
package org.essaim.gateway.executor;

import org.jspecify.annotations.NullMarked;
