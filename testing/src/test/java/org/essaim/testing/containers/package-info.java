/** Tests of the choice; the containers themselves need Docker. */
@NullMarked
package org.essaim.testing.containers;

import org.jspecify.annotations.NullMarked;
