/** follow-executor's internal API, as far as a person's rights go. */
@NullMarked
package org.essaim.gateway.rights.http;

import org.jspecify.annotations.NullMarked;
