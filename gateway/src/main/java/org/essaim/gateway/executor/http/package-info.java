/** Calls to follow-executor's internal API. */
@NullMarked
package org.essaim.gateway.executor.http;

import org.jspecify.annotations.NullMarked;
