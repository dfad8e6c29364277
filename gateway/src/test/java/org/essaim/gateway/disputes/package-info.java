/** Disputes about X accounts, raised and decided at a running gateway. */
@NullMarked
package org.essaim.gateway.disputes;

import org.jspecify.annotations.NullMarked;
