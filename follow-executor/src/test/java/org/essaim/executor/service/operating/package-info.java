/** What operators stop, and what is told of progress. */
@NullMarked
package org.essaim.executor.service.operating;

import org.jspecify.annotations.NullMarked;
