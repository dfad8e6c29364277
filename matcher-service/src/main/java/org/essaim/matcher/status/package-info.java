/** The numbers an operator asks for, written by the loops and read by anyone; never personal data. */
@NullMarked
package org.essaim.matcher.status;

import org.jspecify.annotations.NullMarked;
