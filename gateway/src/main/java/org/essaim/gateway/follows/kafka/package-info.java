/** Results as follow-executor tells them. */
@NullMarked
package org.essaim.gateway.follows.kafka;

import org.jspecify.annotations.NullMarked;
