/** Topics, the shared producer, and the name of a replica in its consumer group. */
@NullMarked
package org.essaim.platform.kafka;

import org.jspecify.annotations.NullMarked;
