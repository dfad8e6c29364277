/** What operators do, at a running gateway. */
@NullMarked
package org.essaim.gateway.operators;

import org.jspecify.annotations.NullMarked;
