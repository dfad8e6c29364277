/** The guarded way out, on the JDK's HTTP client. */
@NullMarked
package org.essaim.executor.http;

import org.jspecify.annotations.NullMarked;
