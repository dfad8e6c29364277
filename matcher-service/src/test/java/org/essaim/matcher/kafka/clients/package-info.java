@NullMarked
package org.essaim.matcher.kafka.clients;

import org.jspecify.annotations.NullMarked;
