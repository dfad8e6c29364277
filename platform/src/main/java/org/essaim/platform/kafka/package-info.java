/** Topics and the shared producer. */
@NullMarked
package org.essaim.platform.kafka;

import org.jspecify.annotations.NullMarked;
