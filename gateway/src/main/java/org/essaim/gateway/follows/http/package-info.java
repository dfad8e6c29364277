/** Forecasts of follow-executor. */
@NullMarked
package org.essaim.gateway.follows.http;

import org.jspecify.annotations.NullMarked;
