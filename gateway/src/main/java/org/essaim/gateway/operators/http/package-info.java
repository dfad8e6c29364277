/** follow-executor's calls for operators. */
@NullMarked
package org.essaim.gateway.operators.http;

import org.jspecify.annotations.NullMarked;
