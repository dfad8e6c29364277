/** What all embedded servers need: a free loopback port, one server for the whole JVM, quiet logs, an orderly end as a child process. */
@NullMarked
package org.essaim.testing.servers;

import org.jspecify.annotations.NullMarked;
