/** What is given up while it waits, taken back, unlinked or erased. */
@NullMarked
package org.essaim.executor.service.takingback;

import org.jspecify.annotations.NullMarked;
