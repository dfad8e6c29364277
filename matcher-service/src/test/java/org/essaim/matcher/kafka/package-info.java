@NullMarked
package org.essaim.matcher.kafka;

import org.jspecify.annotations.NullMarked;
