/** Who Essaim is to servers: what they read about it, and under which name each of them knows it. */
@NullMarked
package org.essaim.executor.linking.clients;

import org.jspecify.annotations.NullMarked;
