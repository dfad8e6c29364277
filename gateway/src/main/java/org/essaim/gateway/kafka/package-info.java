/** What the consumers of every feature share. Leaf package: nothing of the core. */
@NullMarked
package org.essaim.gateway.kafka;

import org.jspecify.annotations.NullMarked;
