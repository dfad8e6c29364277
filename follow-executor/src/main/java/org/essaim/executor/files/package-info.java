/** What is read from the disk: the clock of a measurement. */
@NullMarked
package org.essaim.executor.files;

import org.jspecify.annotations.NullMarked;
