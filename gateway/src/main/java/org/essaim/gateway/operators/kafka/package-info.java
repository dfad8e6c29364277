/** The projection of matches, made anew from the topic. */
@NullMarked
package org.essaim.gateway.operators.kafka;

import org.jspecify.annotations.NullMarked;
