/** The journal on its topic. */
@NullMarked
package org.essaim.platform.erasures.kafka;

import org.jspecify.annotations.NullMarked;
