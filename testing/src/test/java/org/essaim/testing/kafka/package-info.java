/** Tests of the embedded broker. */
@NullMarked
package org.essaim.testing.kafka;

import org.jspecify.annotations.NullMarked;
