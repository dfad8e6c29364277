/** SQL as the adapters of every feature write it. Leaf package: nothing of the core. */
@NullMarked
package org.essaim.gateway.postgres;

import org.jspecify.annotations.NullMarked;
