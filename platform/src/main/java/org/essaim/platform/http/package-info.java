/** RFC 9457 problem details. */
@NullMarked
package org.essaim.platform.http;

import org.jspecify.annotations.NullMarked;
