/** Profiles at follow-executor. */
@NullMarked
package org.essaim.gateway.profiles.http;

import org.jspecify.annotations.NullMarked;
