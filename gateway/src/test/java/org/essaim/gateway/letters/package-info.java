/** Letters that really go out, to a mail server that takes everything. */
@NullMarked
package org.essaim.gateway.letters;

import org.jspecify.annotations.NullMarked;
