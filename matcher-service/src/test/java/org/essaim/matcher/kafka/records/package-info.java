@NullMarked
package org.essaim.matcher.kafka.records;

import org.jspecify.annotations.NullMarked;
