/** What a member is told, as it happened: one source for the page and for letters. From whatever changes something of theirs to the member. */
@NullMarked
package org.essaim.gateway.notices;

import org.jspecify.annotations.NullMarked;
